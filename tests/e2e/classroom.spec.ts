import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { smallTargets, watchProblems } from './pages.ts';

const curve = (page: Page) => page.locator('.race-chart [role=img]').getAttribute('aria-label');

/** The race is over and every repeat is in the curve. */
async function expectWhole(page: Page, note: RegExp): Promise<void> {
  await expect.poll(() => curve(page), { timeout: 90_000 }).toMatch(note);
}

async function downloaded(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

test('a lesson by keyboard, a race to its end, the same again from its link, and its files', async ({
  page,
}) => {
  const problems = watchProblems(page);
  await page.goto('./');
  await page.getByRole('link', { name: 'Open the classroom' }).click();
  await expect(page.getByRole('heading', { name: 'Random questions waste answers' })).toBeVisible();
  await expect(page.getByText('Ask the class:')).toBeVisible();
  await expectWhole(page, /n = 500/);
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('40 of 40 answers')).toBeVisible();
  await expect(page.getByText('What to look at:')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'The first questions' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Random questions waste answers' })).toBeVisible();

  await page.goto('./#/classroom/race/points.100/labels.15/seeds.2/speed.0/wrong.10');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText('15 of 15 answers')).toBeVisible({ timeout: 60_000 });
  await expectWhole(page, /mean of 2 repeats.*n = 500/);
  const before = await curve(page);
  expect(before).toMatch(/Smallest margin: \d+\.\d % after 15 answers/);
  await expect.poll(() => page.url()).toMatch(/at\.15$/);
  await page.reload();
  await expectWhole(page, /mean of 2 repeats/);
  await expect.poll(() => curve(page)).toBe(before);

  const rows = (await downloaded(page, 'Numbers as CSV')).trimEnd().split('\r\n');
  expect(rows).toHaveLength(1 + 2 * 2 * 15);
  const svg = await downloaded(page, 'Chart as SVG');
  expect(svg).toMatch(/^<svg xmlns=.*Smallest margin.*n = 500 in the test each/s);
  expect(await downloaded(page, 'Chart as PNG')).toContain('PNG');
  expect(problems).toEqual([]);
});

test('points are drawn and answered without a mouse, and the link keeps them', async ({ page }) => {
  await page.goto('./#/classroom/play');
  await page.getByText('Draw points').click();
  await page.getByRole('button', { name: 'Remove all points' }).click();
  const plane = page.getByRole('application');
  await plane.focus();
  for (const key of ['1', 'ArrowRight', 'ArrowRight', 'ArrowRight', '2', 'ArrowUp', 'ArrowUp', '2'])
    await page.keyboard.press(key);
  await expect(plane).toHaveAccessibleName(/3 points, 0 answers/);
  await page.keyboard.press('Delete');
  await expect(plane).toHaveAccessibleName(/2 points/);
  await page.getByText('Answer points').click();
  await page.getByRole('button', { name: 'Answer the ring' }).click();
  await expect(plane).toHaveAccessibleName(/2 points, 1 answer\b/);
  await expect.poll(() => page.url()).toMatch(/said\./);
  await page.reload();
  await expect(plane).toHaveAccessibleName(/2 points, 1 answer\b/);
});

/** Every page once, every theme where the most colours are. */
const VISITS = [
  ['light', 'lesson/noise/at.9'],
  ['light', 'play'],
  ['light', 'race/points.80/labels.10/at.6'],
  ['dark', 'race/points.80/labels.10/at.5'],
  ['contrast', 'play/points.80'],
] as const;

test('axe finds nothing in the classroom, and every target is large enough', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const found: Record<string, unknown> = {};
  for (const [theme, tab] of VISITS) {
    await page.goto(`./#/classroom/${tab}`);
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await expect(page.locator('.field-asks').first()).toBeVisible({ timeout: 60_000 });
    // Colours are read once transitions are over.
    await page.waitForTimeout(250);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const own = violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target}`));
    const targets = 'main button, main a, main select, main input[type=range], main label';
    const small = await smallTargets(page, targets, '.slider label, .field > label');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (own.length + small.length > 0 || width > 390)
      found[`${theme} ${tab}`] = { own, small, width };
  }
  expect(found).toEqual({});
  await context.close();
});
