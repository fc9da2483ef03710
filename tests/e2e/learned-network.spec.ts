/** A network learned from the answers of a table: refused while there are few, compared, taken, let go. */
import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { importAndLabel, watchProblems } from './pages.ts';

const ROWS = 64;
/** High where both numbers are on the same side: no column tells by itself. */
const row = (i: number): string => {
  const [a, b] = [(i * 7) % 10, (i * 3 + Math.floor(i / 10)) % 10];
  return `${a},${b},${a > 4 === b > 4 ? 'high' : 'low'}`;
};
const FILE = {
  name: 'pairs.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['first,second,label', ...Array.from({ length: ROWS }, (_, i) => row(i))].join('\n'),
  ),
};

test('is compared with Hone’s own way before a person takes it', async ({ page }) => {
  const problems = watchProblems(page);
  await page.goto('./#/import');
  await page.locator('input[type=file]').first().setInputFiles(FILE);
  await page.getByLabel('What is "label"?').selectOption('label', { timeout: 30_000 });
  await importAndLabel(page);
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Learn a network from my answers' }).click();
  await expect(page.getByRole('heading', { name: 'The comparison' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(/^Right: own way \d+%, plain network \d+% \(n = 64\)/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Read all items by the plain network' }).click();
  await expect(page.getByText(/By a plain network that learned from 64 answers/)).toBeVisible();
  await page.getByRole('link', { name: 'Quality' }).click();
  await expect(page.getByText(/A network that learned from your answers reads/)).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByText(/By a plain network that learned from 64 answers/)).toBeVisible();
  await page.getByRole('button', { name: 'Back to Hone’s own' }).click();
  await expect(page.getByText('By each column on its own')).toBeVisible();
  expect(problems).toEqual([]);
});
