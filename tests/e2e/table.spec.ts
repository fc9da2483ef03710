/** A table from the file to the export: types, labels, reasons, a sign, a proposal, a saved edit. */
import { expect, type Page, test } from '@playwright/test';
import { violationsInThemes } from './axe.ts';
import {
  expectAllLearned,
  importAndLabel,
  press,
  smallTargets,
  startSample,
  stored,
  waitForQuestion,
  watchProblems,
} from './pages.ts';

const CITIES = ['Ulm', 'Jena', 'Bonn'];
const rowOf = (i: number): string => {
  const age = i % 9 === 4 ? '' : String(20 + ((i * 13) % 50));
  const income = `${10 + ((i * 37) % 90)},${(i * 7) % 10}`;
  return `c${i};${age};"${income}";${CITIES[(i * 5) % 3]};2024-0${1 + (i % 9)}-11`;
};
const FILE = {
  name: 'customers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['customer;age;income;city;since', ...Array.from({ length: 90 }, (_, i) => rowOf(i))].join(
      '\n',
    ),
  ),
};

async function importFile(page: Page): Promise<void> {
  await page.goto('./');
  await page.locator('input[type=file]').first().setInputFiles(FILE);
  const type = (column: string) => page.getByLabel(`What are the values of "${column}"?`);
  await expect(type('income')).toHaveValue('number', { timeout: 30_000 });
  await expect(type('age')).toHaveValue('number');
  // Few repeated words look like labels until the person says otherwise.
  await page.getByLabel('What is "city"?').selectOption('content');
  await expect(type('city')).toHaveValue('category');
  await expect(type('since')).toHaveValue('date');
  await type('since').selectOption('ignore');
  const classes = page.getByLabel(/class/i).locator('visible=true').last();
  await classes.fill('low\nhigh');
  await importAndLabel(page);
  await waitForQuestion(page);
}

async function answerByIncome(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const text = await page.locator('.table-row', { hasText: 'income' }).innerText();
    const income = Number(/(\d+),(\d)/.exec(text)?.[0].replace(',', '.'));
    await press(page, income > 50 ? '2' : '1');
  }
  await expect(page.getByText(/Learned \d+ answers/)).toBeVisible();
}

async function answerTransactions(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const text = await page.locator('.item-content').innerText();
    await press(page, /unusually high|gift cards/.test(text) ? '2' : '1');
  }
}

const shares = (page: Page) => page.locator('.table-share');

async function openWhy(page: Page): Promise<void> {
  await page.keyboard.press('w');
  await expect(shares(page).first()).toBeVisible({ timeout: 30_000 });
}

test('by keyboard: import, label, why, a sign, a proposal judged, an edit saved, offline, export', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const problems = watchProblems(page);
  await importFile(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const [project] = await stored(page, 'project-created');
  const { columns } = (project as unknown as { settings: { columns: unknown[] } }).settings;
  expect(columns).toContainEqual({ name: 'since', type: 'ignore' });
  await answerByIncome(page, 16);
  await openWhy(page);
  const income = shares(page).filter({ hasText: 'income' });
  expect(await income.getAttribute('aria-label')).toMatch(/income, .+: /);
  await income.focus();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('group', { name: 'What does “income” say?' });
  await expect(bar.getByText('The higher it is')).toBeVisible();
  await bar.getByRole('button', { name: /for high/ }).press('Enter');
  await expect(bar).toBeHidden();
  expect(await stored(page, 'feature-marked')).toMatchObject([
    { stance: 'for', feature: { kind: 'column', column: 'income' } },
  ]);
  await expect(page.locator('.study-chip')).toContainText('income');

  const flip = page.locator('.study-flip').first();
  await expect(flip.locator('del').first()).toBeVisible({ timeout: 30_000 });
  await flip.getByRole('button', { name: /^Yes/ }).press('Enter');
  await expect.poll(() => stored(page, 'counterfactual-judged')).toHaveLength(1);

  await page.locator('summary', { hasText: 'Edit it and see' }).press('Enter');
  const slider = page.getByLabel('income, by slider');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(page.locator('.study-bars')).toBeVisible();
  await page.getByLabel('What the edited copy is').selectOption({ label: 'high' });
  await page.getByRole('button', { name: 'Save: it flips' }).press('Enter');
  await expect(page.locator('.study-did')).toContainText('Saved: the edited copy is high');
  await page.getByLabel('Keep age as it is in proposals').press('Space');
  await expect.poll(() => stored(page, 'settings-changed')).toHaveLength(1);

  await context.setOffline(true);
  await page.reload();
  await waitForQuestion(page);
  await expect(shares(page).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.study-chip').first()).toContainText('income');
  await page.goto(`./#/p/${project?.projectId}/data`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).first().click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  expect(problems.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
});

test('the types are corrected later: rows are read anew, answers stay', async ({ page }) => {
  await importFile(page);
  await answerByIncome(page, 6);
  const [project] = await stored(page, 'project-created');
  await page.goto(`./#/p/${project?.projectId}/classes/settings`);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page
    .locator('.classes-columns li', { hasText: 'since' })
    .getByRole('combobox')
    .selectOption('date');
  await page.goto(`./#/p/${project?.projectId}/label`);
  await waitForQuestion(page);
  await expect(page.locator('.table-row', { hasText: 'since' })).toBeVisible();
  await expectAllLearned(page);
  expect(await stored(page, 'answered')).toHaveLength(6);
});

test('by touch at 390 x 844: large targets, nothing wider than the screen, one level irrelevant', async ({
  browser,
}) => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await startSample(page, /Card transactions/);
  await answerTransactions(page, 14);
  await page.getByRole('button', { name: 'Why?' }).tap();
  await expect(shares(page).first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'The column channel as a whole' }).tap();
  const bar = page.locator('.study-bar');
  // A column of levels is neither for nor against.
  await expect(bar.locator('.class-chip')).toHaveCount(0);
  await bar.getByRole('button', { name: 'Irrelevant' }).tap();
  await expect(page.locator('.study-chip')).toContainText('channel');
  await page.locator('summary', { hasText: 'Edit it' }).tap();
  const small = await smallTargets(
    page,
    '.label-why :is(button, summary, input:not([type=checkbox]), select, a, .table-lock)',
    '.segmented',
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
});

test('axe finds nothing on the card and in its reasons, in any theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('hone-theme', 'light'));
  await startSample(page, /Card transactions/);
  await answerTransactions(page, 12);
  await openWhy(page);
  await page.locator('summary', { hasText: 'Edit it and see' }).click();
  await shares(page).first().click();
  expect(await violationsInThemes(page)).toEqual([]);
});
