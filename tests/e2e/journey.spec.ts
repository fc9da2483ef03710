import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Page, test } from '@playwright/test';
import { quantile } from '../../src/domain/math/statistics.ts';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';
import {
  importAndLabel,
  press,
  settlePaint,
  startSample,
  stored,
  waitForQuestion,
  watchProblems,
} from './pages.ts';

const TWEETS = fileURLToPath(
  new URL('../../../shared/data/moderation-tweets.csv', import.meta.url),
);

const ANSWERS = 60;

/** Durations in ms of the main thread's tasks over 50 ms, from now until it is called. */
async function watchLongTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  const watched = await page.evaluateHandle(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    });
    observer.observe({ type: 'longtask' });
    return durations;
  });
  return () => watched.jsonValue();
}

test('from a sample to a model that has learned, with the keyboard alone', async ({ page }) => {
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  for (const key of ['1', '2', '1', '2', '1', '2', '1', '2', '1', '2', '1', '2'])
    await press(page, key);
  await expect(page.getByText(/Learned \d+ answers/)).toBeVisible();
  await press(page, 's');
  await press(page, 'n');
  await expect(page.locator('.last')).toContainText('Marked as not sure');
  await page.keyboard.press('u');
  await expect(page.locator('.item-revisit')).toBeVisible();
  await page.keyboard.press('Shift+U');
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog')).toContainText('Is this comment toxic?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.getByRole('dialog').getByRole('textbox').fill('sarcasm?');
  await page.getByRole('button', { name: 'Flag it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toContainText('Not sure');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('models');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/models/);
  expect(problems).toEqual([]);
});

test('several classes per item: toggles, then Enter', async ({ page }) => {
  await startSample(page, /several matters/);
  await page.keyboard.press('1');
  await page.keyboard.press('3');
  await expect(page.locator('.answer[aria-pressed=true]')).toHaveCount(2);
  await press(page, 'Enter');
  await expect(page.locator('.last')).toContainText('You said');
  await press(page, 'Enter');
  await expect(page.locator('.last')).toContainText('You said none');
});

/** As many items as were answered: one that came up a second time without a word counts once. */
async function expectCounted(page: Page): Promise<void> {
  const answers = await stored(page, 'answered');
  const count = answers.filter(({ question }) => !question?.repeat).length;
  expect(count).toBeGreaterThan(ANSWERS - 10);
  await expect(page.locator('.side').first()).toContainText(`${count} of 24,783`);
}

test('25,000 rows from a file: labelled online, the browser reopened offline, nothing lost', async ({
  baseURL,
}) => {
  test.skip(!existsSync(TWEETS), `${TWEETS} is not here: the journey on real data is skipped`);
  test.setTimeout(180_000);
  // A profile on the disk, as people have: without one, IndexedDB lives in memory and is slower.
  const context = await chromium.launchPersistentContext(
    mkdtempSync(join(tmpdir(), 'hone-journey-')),
    { executablePath: findChromium().path, args: CHROMIUM_ARGS, viewport: null },
  );
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(baseURL ?? '');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator('input[type=file]').first().setInputFiles(TWEETS);
  await page
    .getByRole('combobox', { name: /\blabel\b/ })
    .first()
    .selectOption('oracle');
  // The classes come from the labels of the whole file.
  await expect(page.getByText('offensive').first()).toBeVisible({ timeout: 30_000 });
  const begun = Date.now();
  await importAndLabel(page);
  await waitForQuestion(page);
  console.log(`import of 24,783 rows to the first question: ${Date.now() - begun} ms`);
  const longTasks = await watchLongTasks(page);
  for (let i = 0; i < ANSWERS; i++) {
    await page.keyboard.press('123'[i % 3] ?? '1');
    await page.waitForFunction(
      (n) => performance.getEntriesByName('hone:answer-to-painted').length > n,
      i,
    );
    await settlePaint(page);
  }
  const long = await longTasks();
  console.log(
    `main-thread tasks over 50 ms while learning: ${long.length}${long.length > 0 ? `, longest ${Math.max(...long).toFixed(0)} ms` : ''}`,
  );
  const painted = await page.evaluate(() =>
    performance.getEntriesByName('hone:answer-to-painted').map(({ duration }) => duration),
  );
  expect(painted).toHaveLength(ANSWERS);
  console.log(
    `answer to painted, ms: median ${quantile(painted, 0.5)?.toFixed(0)}, p95 ${quantile(painted, 0.95)?.toFixed(0)}, n ${ANSWERS}`,
  );
  await expectCounted(page);
  await context.setOffline(true);
  const reopened = Date.now();
  await page.reload();
  await waitForQuestion(page);
  console.log(`reopened offline to the question: ${Date.now() - reopened} ms`);
  await expectCounted(page);
  await press(page, '1');
  await expectCounted(page);
  await context.close();
});
