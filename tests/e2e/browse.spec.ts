/** All items: searched, filtered, labelled together and taken back; the map and the lasso; by keyboard and by touch. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { moderate, smallTargets, startSample, stored, watchProblems } from './pages.ts';

async function openBrowse(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Browse' }).click();
  await expect(page.locator('.browse-cell').first()).toBeVisible({ timeout: 30_000 });
}

const count = (page: Page) => page.locator('.browse-count');
const chosen = (page: Page) => page.locator('.browse-chosen');

/** Standing answers, from the disk: those of acts that were undone do not count. */
async function standing(page: Page): Promise<number> {
  const events = await stored(page, 'answered', 'undone');
  const fallen = new Set(events.map(({ target }) => target));
  const answers = events.filter(({ type }) => type === 'answered');
  return answers.filter(({ id, batch }) => !fallen.has(batch ?? id)).length;
}

/** WebGL where the browser has a graphics card for it, else the plain canvas. */
function fastestPoints(page: Page): Promise<'webgl' | 'canvas'> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    const name = info ? String(gl?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'software';
    return /swiftshader|llvmpipe|software/i.test(name) ? 'canvas' : 'webgl';
  });
}

async function openMap(page: Page): Promise<{ x: number; y: number; r: number }> {
  await page.locator('.browse-tools label', { hasText: 'Map' }).click();
  await expect(page.getByText(/UMAP, n = 3,000/)).toBeVisible({ timeout: 90_000 });
  const frame = page.locator('.browse-canvas');
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  if (!box) throw new Error('the map is not on show');
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    r: 0.3 * Math.min(box.width, box.height),
  };
}

test('search, filter, label many, undo, map, lasso, label', async ({ page }) => {
  test.setTimeout(240_000);
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  await moderate(page, 8);
  await openBrowse(page);
  await expect(count(page)).toContainText('3,000 items');
  const before = await standing(page);

  await page.getByRole('searchbox').fill('stupid');
  await expect(count(page)).toContainText('3,000 items searched');
  await page.getByLabel('Decision').selectOption('undecided');
  await expect(page).toHaveURL(/q%3Dstupid/);
  await expect(count(page)).toContainText(/of 3,000 items/);
  const address = page.url();
  const found = Number(await count(page).getAttribute('data-count'));
  expect(found).toBeGreaterThan(20);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: /Select all/ }).click();
  await expect(chosen(page)).toHaveText(`${found} items selected`);
  await page.getByRole('button', { name: /toxic/ }).click();
  await expect(page.getByText(`${found} items are labelled toxic`)).toBeVisible();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  expect(await standing(page)).toBe(before + found);
  const answers = (await stored(page, 'answered')).slice(-found);
  expect(answers[0]?.batch).toEqual(expect.any(String));
  expect(new Set(answers.map(({ batch }) => batch)).size).toBe(1);
  expect(answers.every(({ question }) => question === null)).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back.')).toBeVisible();
  expect(await standing(page)).toBe(before);

  await page.goBack();
  await expect(count(page)).toContainText('items searched');
  await expect(page.getByLabel('Decision')).toHaveValue('all');
  await page.goto(address);
  await page.reload();
  await expect(count(page)).toHaveAttribute('data-count', String(found), { timeout: 30_000 });
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByLabel('Model says').selectOption({ label: 'fine' });
  // After eight answers a model may well call all of them fine: then all of them match.
  await expect(page).toHaveURL(/says%3D/);
  await expect(page.locator('.browse-facts').first()).toContainText(/Model:.*fine \d+%/);
  await page.getByRole('button', { name: 'Show everything' }).click();

  const { x, y, r } = await openMap(page);
  const points = page.locator('.browse-canvas canvas');
  await expect(points).toHaveAttribute('data-points', await fastestPoints(page));
  await page.locator('.browse-stage-tools label', { hasText: 'Lasso' }).click();
  await page.mouse.move(x + r, y);
  await page.mouse.down();
  for (let turn = 1; turn < 12; turn++) {
    const angle = (turn / 12) * 2 * Math.PI;
    await page.mouse.move(x + r * Math.cos(angle), y + r * Math.sin(angle), { steps: 3 });
  }
  await page.mouse.up();
  await expect(chosen(page)).toContainText(/\d items selected/);
  await expect(page.getByRole('heading', { name: /Selected items \(\d/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^F?\s*fine/ })
    .last()
    .click();
  await expect(page.getByText(/items are labelled fine/)).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => standing(page), { timeout: 30_000 }).toBeGreaterThan(before + 20);
  expect(problems).toEqual([]);
});

test('the keyboard alone: move, select, stretch, label, undo, and a class on the map', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  await moderate(page, 8);
  await openBrowse(page);
  const before = await standing(page);
  await page.keyboard.press('/');
  await page.keyboard.type('the');
  await expect(count(page)).toContainText('searched');
  const first = page.locator('.browse-cell input').first();
  await expect(first).toHaveAccessibleName(/^Select: .*the/i);
  await first.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen(page)).toHaveText('3 items selected');
  await page.keyboard.press('End');
  const last = Number(await count(page).getAttribute('data-count'));
  await expect(page.locator(`[data-at="${last - 1}"] input`)).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByText('3 items are labelled fine')).toBeVisible();
  expect(await standing(page)).toBe(before + 3);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => standing(page)).toBe(before);
  await page.keyboard.press('Escape');

  await openMap(page);
  await page.locator('.browse-legend label', { hasText: 'Model' }).click();
  const toxic = page.locator('.browse-legend-entry', { hasText: 'toxic' });
  await toxic.focus();
  await page.keyboard.press('Space');
  await expect(toxic).toHaveAttribute('aria-pressed', 'false');
  const fine = page.locator('.browse-legend-entry', { hasText: 'fine' });
  const matching = await fine.locator('span').last().innerText();
  expect(matching).not.toBe('0');
  await page.locator('.browse-canvas').focus();
  await page.keyboard.press('v');
  await expect(chosen(page)).toHaveText(new RegExp(`^${matching} items? selected`));
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('0');
  await expect(page.locator('.browse-overlay path')).toHaveCount(1);
  expect(problems).toEqual([]);
});

test('by touch at 390 by 844: fingers select, draw and pinch', async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  await openBrowse(page);
  const cells = page.locator('.browse-pick');
  await cells.nth(0).tap();
  await cells.nth(1).tap();
  await expect(chosen(page)).toHaveText('2 items selected');
  expect(await smallTargets(page, 'main button, main a, main summary, nav a', '.toasts')).toEqual(
    [],
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Select none' }).tap();

  await openMap(page);
  await page.locator('.browse-stage-tools label', { hasText: 'Lasso' }).tap();
  await page.locator('.browse-canvas').evaluate((node) => node.scrollIntoView({ block: 'start' }));
  const box = await page.locator('.browse-canvas').boundingBox();
  if (!box) throw new Error('the map is not on show');
  const touch = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...spots: [number, number][]) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map(([x, y], id) => ({ x: box.x + x, y: box.y + y, id })),
    });
  await send('touchStart', [30, 20]);
  for (const [x, y] of [
    [330, 20],
    [330, 330],
    [30, 330],
    [30, 60],
  ] as [number, number][])
    await send('touchMove', [x, y]);
  await send('touchEnd');
  await expect(chosen(page)).toContainText(/\d items selected/);
  const caught = await chosen(page).innerText();
  await send('touchStart', [150, 150], [220, 150]);
  for (const spread of [20, 40, 60])
    await send('touchMove', [150 - spread, 150], [220 + spread, 150]);
  await send('touchEnd');
  await expect(chosen(page)).toHaveText(caught); // Pinching draws nothing.
  expect(problems).toEqual([]);
  await context.close();
});
