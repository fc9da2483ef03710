/** The room of features: what the model goes by, what was said of it, and what that brought. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { moderate, startSample, watchProblems } from './pages.ts';

async function openFeatures(page: Page): Promise<void> {
  await startSample(page, /Comment moderation/);
  await moderate(page, 14);
  await page.getByRole('link', { name: 'Features' }).click();
  await expect(page.locator('.features-word').first()).toBeVisible({ timeout: 30_000 });
}

async function addWord(page: Page, word: string): Promise<void> {
  await page.getByLabel('Word or phrase').fill(word);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(`“${word}” is marked.`)).toBeVisible();
}

const rowOf = (page: Page, word: string) =>
  page.locator('.features-word').filter({
    has: page.locator('.features-name', { hasText: new RegExp(`^${word.replace('*', '\\*')}$`) }),
  });

test('words are found, marked, hardened, withdrawn, and stay so', async ({ page }) => {
  const problems = watchProblems(page);
  await openFeatures(page);
  await addWord(page, 'weather');
  await addWord(page, 'walk*');
  await page.getByLabel('Only words something was said of').check();
  await expect(page.locator('.features-word')).toHaveCount(2);
  await expect(rowOf(page, 'weather')).toContainText('weather speaks for fine');
  await rowOf(page, 'weather').getByRole('button').click();
  await page.getByRole('menuitem', { name: /Keep as a rule/ }).click();
  await expect(rowOf(page, 'weather')).toContainText('(rule)');
  await page.reload();
  await page.getByLabel('Only words something was said of').check();
  await expect(rowOf(page, 'weather')).toContainText('(rule)', { timeout: 30_000 });
  await rowOf(page, 'walk*').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Withdraw what was said' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.features-word')).toHaveCount(1);
  await page.getByLabel('Only words something was said of').uncheck();
  await page.getByRole('textbox', { name: 'Search' }).fill('weath');
  await expect(page.locator('.features-name').first()).toContainText('weath');
  expect(problems).toEqual([]);
});

test('what feedback brought is measured, and all of it can be withdrawn', async ({ page }) => {
  await openFeatures(page);
  await page.getByRole('tab', { name: 'What it brought' }).click();
  await expect(page.getByText('Nothing was said yet beyond labels.')).toBeVisible();
  await expect(page.getByText(/Not measurable yet/)).toBeVisible();
  await page.getByRole('tab', { name: 'Words' }).click();
  await addWord(page, 'weather');
  await addWord(page, 'a phrase of five words');
  await page.getByRole('tab', { name: 'What it brought' }).click();
  await expect(page.getByRole('heading', { name: '2 word marks' })).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw all feedback' }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(page.getByText('Nothing was said yet beyond labels.')).toBeVisible();
  await page.getByRole('tab', { name: 'Copies and tests' }).click();
  await page.getByLabel('Hold out').selectOption('0.25');
  await expect(page.getByText('The contrast test set was changed.')).toBeVisible();
});

test('axe finds nothing, and nothing overflows at any width', async ({ page }) => {
  await openFeatures(page);
  await addWord(page, 'weather');
  for (const name of ['Words', 'What it brought', 'Copies and tests']) {
    await page.getByRole('tab', { name }).click();
    await expect(page.locator('.features-section').first()).toBeVisible();
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  }
});
