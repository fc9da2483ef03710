/** Oversight: a reference is set, a cell opened, groups looked at, the card saved. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { press, startSample, stored, watchProblems } from './pages.ts';

async function toRoom(page: Page, room: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = location.hash.replace(/(#\/p\/[^/]+).*/, `$1/${name}`);
  }, room);
}

/** Answers by amount, until some of the answers were random checks. */
async function answer(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const text = await page.locator('.item-content').innerText();
    await press(page, /phone|online|gift/.test(text) ? '2' : '1');
  }
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('drift, confusion, groups and the card, on the transactions', async ({ page }) => {
  const problems = watchProblems(page);
  await startSample(page, /Card transactions/);
  await toRoom(page, 'classes/settings');
  const slider = page.getByLabel('Random checks', { exact: true });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(page.getByText('Setting saved.').first()).toBeVisible();
  await toRoom(page, 'label');
  await expect(page.locator('.item[data-ready=true]')).toBeVisible();
  await answer(page, 24);
  const audits = (await stored(page, 'answered')).filter(({ question }) => question?.audit);
  expect(audits.length).toBeGreaterThan(0);

  await toRoom(page, 'oversight');
  await expect(page.getByRole('heading', { name: 'What is taken for what' })).toBeVisible();
  await page.getByLabel('Reference').selectOption('hand');
  await page.getByLabel('From item').fill('1');
  await page.getByLabel('To item').fill('1500');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByText('Reference: items 1 to 1,500 (n = 1,500).')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: /^Show all \d+ comparisons/ }).click();
  await expect(page.getByText('moves by its nature: no alarm').first()).toBeVisible();

  // What moved most is asked first, also after a reload, until the person ends it.
  await page.getByRole('button', { name: 'Ask me about these 30' }).click();
  await expect(page.getByText('Asked because of the drift alarm: 30 of 30 left.')).toBeVisible();
  await answer(page, 1);
  await page.reload();
  await expect(page.getByText('Asked because of the drift alarm: 29 of 30 left.')).toBeVisible();
  await answer(page, 1);
  const asked = (await stored(page, 'answered')).map(({ question }) => question?.strategy);
  expect(asked.filter((strategy) => strategy === 'drift-relabelling')).toHaveLength(2);
  await page.getByRole('button', { name: 'End this' }).click();
  await page.getByRole('button', { name: 'What it did' }).click();
  await expect(page.getByText('You answered 2 items, and ended it with 28 left.')).toBeVisible();
  await page.getByLabel('Class', { exact: true }).selectOption('fine');
  await page.getByText('Recall', { exact: true }).first().click();
  const figures = page.getByRole('region', { name: 'Quality over time, in figures' });
  await expect(figures.getByRole('row').nth(1)).toContainText('n = ');

  const cell = page.getByRole('region', { name: 'Confusion matrix' }).getByRole('button').first();
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.oversight-items > li').first()).toBeVisible();

  await page.getByLabel('Groups by').selectOption('channel');
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Gaps between groups' })).toBeVisible();
  await page.getByRole('button', { name: 'Measure it' }).click();
  // About half of the answers were learned: whether that is enough hangs on the draw, and is said.
  await expect(page.getByText(/That takes 20 learned answers|quote neither/)).toBeVisible();

  await page.getByRole('combobox', { name: 'online', exact: true }).selectOption('0.9');
  await expect(
    page.getByText(/^Where channel is online, .* more than 90 % sure\. Set by person/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Steer questions to it' }).click();
  const steered = page.getByText(/^Half of the next 20 questions come from the group/);
  await expect(steered).toBeVisible();
  await page.getByRole('button', { name: /^End it: Half of the next/ }).click();
  await expect(steered).toHaveCount(0);

  await page.getByRole('button', { name: 'Make the card' }).click();
  await expect(page.locator('.oversight-paper')).toBeVisible({ timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as HTML' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/-model-card\.html$/);
  const chunks: string[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(String(chunk));
  expect(chunks.join('')).toContain(`n = ${audits.length})`);
  expect(chunks.join('')).toContain('Where channel is online, the model decides only');
  expect(chunks.join('')).not.toContain('<script');

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
});
