/** Pictures from a ZIP to a taught model: by keyboard and by touch, online and offline; many at once. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { press, settlePaint, stored, waitForQuestion, watchProblems } from './pages.ts';
import { importPictures } from './picture-pages.ts';
import { COLOURS } from './picture-zip.ts';

/** The key of the class that the name of the picture tells. Classes come in the order of the alphabet. */
async function keyOfPicture(page: Page): Promise<string> {
  const name = (await page.locator('.viewer-picture').getAttribute('alt')) ?? '';
  const classes = [...COLOURS].sort();
  return String(1 + classes.findIndex((colour) => name.startsWith(colour)));
}

async function answerSome(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await expect(page.locator('.viewer-picture')).toBeVisible();
    await press(page, await keyOfPicture(page));
  }
  await expect(page.getByText(/Learned \d+ answers/)).toBeVisible();
}

test('the keyboard alone: label, zoom, paint, judge, edit, offline, reload, export', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const problems = watchProblems(page);
  await importPictures(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await answerSome(page, 14);

  await page.keyboard.press('+');
  await expect(page.locator('.viewer-scale')).toContainText('1.4');
  await page.keyboard.press('-');
  await expect(page.locator('.viewer-scale')).toContainText('1.0');

  await page.keyboard.press('w');
  const cells = page.locator('.picture-explained .place');
  await expect(cells).toHaveCount(64, { timeout: 30_000 });
  expect(await cells.first().getAttribute('aria-label')).toMatch(/row 1, column 1: (says|speaks)/);
  await cells.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('group', { name: /What do(es)? the .*painted place/ });
  await expect(bar.getByRole('button', { name: 'Nothing to do with it' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  const [mark] = await stored(page, 'region-marked');
  expect(mark).toMatchObject({ stance: 'irrelevant' });
  expect(mark?.regions).toHaveLength(1);
  await expect(page.locator('.study-did')).toContainText(/predictions? changed/);

  const flip = page.locator('.study-flip').first();
  await expect(flip.locator('.picture-mark')).toHaveCount(2, { timeout: 30_000 });
  await flip.getByRole('button', { name: /^No, still/ }).press('Enter');
  await expect(page.locator('.study-did')).toContainText('Judged: no');

  await page.locator('summary', { hasText: 'Edit it and see' }).press('Enter');
  const edited = page.locator('.picture-editor .place');
  await edited.nth(0).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Now /)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: /^Save: must not matter/ }).press('Enter');
  expect(await stored(page, 'edit-saved')).toHaveLength(1);

  await context.setOffline(true);
  await page.reload();
  await waitForQuestion(page);
  await expect(page.locator('.viewer-picture')).toBeVisible();
  await press(page, await keyOfPicture(page));
  await page.evaluate(() => {
    location.hash = location.hash.replace(/\/label.*/, '/data');
  });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).first().click();
  expect(await (await download).failure()).toBeNull();
  expect(problems).toEqual([]);
});

test('by touch at 390 by 844: painting, pinching away from answers, no sideways scroll', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const problems = watchProblems(page);
  await importPictures(page);
  await answerSome(page, 12);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Zoom in' }).tap();
  await page.getByRole('button', { name: 'Light and contrast' }).tap();
  await page.getByRole('switch', { name: 'Invert' }).tap();
  await expect(page.locator('.viewer-picture')).toHaveAttribute('style', /invert\(1\)/);
  await page.getByRole('button', { name: 'Why?' }).tap();
  const cell = page.locator('.picture-explained .place').nth(9);
  await cell.scrollIntoViewIfNeeded();
  await expect(cell).toBeVisible({ timeout: 30_000 });
  await cell.tap();
  await page
    .getByRole('button', { name: /It is the evidence for/ })
    .first()
    .tap();
  await expect.poll(() => stored(page, 'region-marked')).toHaveLength(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(problems).toEqual([]);
  await context.close();
});

test('many at once: the keyboard selects, one key labels, one press takes all back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const problems = watchProblems(page);
  await importPictures(page);
  await page.getByRole('link', { name: 'Grid' }).click();
  const pictures = page.locator('.grid-picture');
  await expect(pictures).toHaveCount(48);
  await pictures.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('3 pictures selected')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('1');
  await expect(page.locator('.grid-picture[data-labelled=true]')).toHaveCount(3);
  expect(await stored(page, 'answered')).toHaveLength(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.grid-picture[data-labelled=true]')).toHaveCount(0);
  await pictures.nth(5).click();
  await pictures.nth(7).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: /blue/ }).click();
  await expect(page.locator('.grid-picture[data-labelled=true]')).toHaveCount(3);
  await page.keyboard.press('u');
  await expect(page.locator('.grid-picture[data-labelled=true]')).toHaveCount(0);
  await expect(page.getByText('Taken back: 3 answers given together.')).toBeVisible();
  await page.keyboard.press('Shift+U');
  await expect(page.locator('.grid-picture[data-labelled=true]')).toHaveCount(3);
  // The label room takes the same act back as a whole.
  await page.getByRole('link', { name: 'Label', exact: true }).click();
  await settlePaint(page);
  await page.keyboard.press('u');
  await expect(page.getByText('Taken back: 3 answers given together.').last()).toBeVisible();
  expect(await stored(page, 'undone')).toHaveLength(3);
  expect(problems).toEqual([]);
});
