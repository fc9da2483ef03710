/** Quality: measured, agreed how much, told when it is used up, and what was said twice settled. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  decided,
  moderate,
  type Stored,
  settlePaint,
  startSample,
  stored,
  watchProblems,
} from './pages.ts';

const REACHED = 'The budget is used up';
const BUDGET = 30;

async function toRoom(page: Page, room: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = location.hash.replace(/(#\/p\/[^/]+).*/, `$1/${name}`);
  }, room);
}

/** More checks, as many repeats as can be, and a budget: all by keyboard. */
async function setUp(page: Page): Promise<void> {
  await toRoom(page, 'classes/settings');
  for (const [label, key, value] of [
    ['Random checks', 'ArrowRight', '15%'],
    ['Silent repeats', 'End', '20%'],
  ] as const) {
    const slider = page.getByLabel(label, { exact: true });
    await slider.focus();
    await page.keyboard.press(key);
    await expect(slider).toHaveAttribute('aria-valuetext', value);
    await expect(page.getByText('Setting saved.').first()).toBeVisible();
  }
  await page.getByLabel('How much labelling is agreed').selectOption('answers');
  await page.getByLabel('How many').fill(String(BUDGET));
  await page.keyboard.press('Enter');
  await page.getByLabel('An hour of labelling').fill('30');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored(page, 'settings-changed')).length).toBe(5);
}

/** Answers until the budget is used up; what was seen before is answered the other way. */
async function workThrough(page: Page, seen: Set<string>): Promise<void> {
  for (;;) {
    await expect(page.locator('.item[data-ready=true], .empty-state h2')).toBeVisible({
      timeout: 30_000,
    });
    if (await page.getByText(REACHED).isVisible()) return;
    const text = await page.locator('.item-content').innerText();
    const before = await decided(page);
    await page.keyboard.press(seen.has(text) ? '2' : '1');
    seen.add(text);
    await expect.poll(() => decided(page)).toBe(before + 1);
  }
}

const isAgain = ({ question }: Stored): boolean => question?.repeat === true;

/** Repeats that were answered otherwise than the first time. */
async function differing(page: Page): Promise<number> {
  const answers = await stored(page, 'answered');
  const first = new Map(
    answers.filter((one) => !isAgain(one)).map(({ itemId, classes }) => [itemId, String(classes)]),
  );
  return answers.filter((one) => isAgain(one) && first.get(one.itemId) !== String(one.classes))
    .length;
}

test('quality is measured, the budget is kept, and a repeat is settled', async ({ page }) => {
  test.slow(); // Forty answers and more, each waited for.
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  await toRoom(page, 'quality');
  await expect(page.getByRole('heading', { name: 'Nothing is measured yet' })).toBeVisible();
  await expect(page.getByText('Nothing was decided yet.')).toBeVisible();
  await setUp(page);
  await toRoom(page, 'label');
  await settlePaint(page);
  const seen = new Set<string>();
  await workThrough(page, seen);
  expect(await stored(page, 'answered')).toHaveLength(BUDGET);
  await expect(page.getByText(`The budget of ${BUDGET} answers is used up.`)).toBeVisible();
  // Going on is one press, and may have to be said until something came up twice.
  do {
    await page.getByRole('button', { name: 'Go on for another 10 answers' }).click();
    await workThrough(page, seen);
  } while ((await differing(page)) === 0 && (await decided(page)) < 100);
  await page.getByRole('button', { name: 'See what it brought' }).click();

  const audits = (await stored(page, 'answered')).filter(({ question }) => question?.audit);
  await expect(page.locator('.quality-headline')).toContainText(`n = ${audits.length})`);
  await expect(page.getByText(/^One answer costs about/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^repeats/ })).toBeVisible();

  const open = await differing(page);
  expect(open).toBeGreaterThan(0);
  const list = page.locator('.quality-differing > li');
  await expect(list).toHaveCount(open);
  await list.first().getByRole('button', { name: 'Take toxic' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is toxic now.')).toBeVisible();
  await expect(list).toHaveCount(open - 1);
  // Earlier acts may still offer theirs.
  const said = page.locator('.toast', { hasText: 'It is toxic now.' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(list).toHaveCount(open);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
});

test('a card says how the labels came about, beside a plain CSV', async ({ page }) => {
  await startSample(page, /Comment moderation/);
  await moderate(page, 4); // The first may be a random check, and of those alone rates may be computed.
  await toRoom(page, 'data');
  const [labels] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Labels as CSV' }).click(),
  ]);
  expect(labels.suggestedFilename()).toMatch(/-labels\.csv$/);
  const [card] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save its card too' }).click(),
  ]);
  expect(card.suggestedFilename()).toMatch(/-card\.md$/);
  const chunks: string[] = [];
  for await (const chunk of await card.createReadStream()) chunks.push(String(chunk));
  expect(chunks.join('')).toMatch(/Do not compute rates from them/);
});
