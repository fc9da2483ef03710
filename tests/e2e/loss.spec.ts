/** What the learner stands on breaks away in mid-labelling: the worker, then the graphics process. */
import { chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';
import { expectAllLearned, press, startSample, waitForQuestion, watchProblems } from './pages.ts';

/** Ends the learner's worker from within, as the system does when memory is short: no event is sent. */
async function endLearner(page: Page): Promise<void> {
  const learner = page.workers().find((worker) => worker.url().includes('learn'));
  if (!learner) throw new Error('no learner is running');
  await learner.evaluate(() => self.close());
}

test('the worker dies in mid-labelling: a new one knows every answer', async ({ page }) => {
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  for (const keys of ['1212', '121']) {
    for (const key of keys) await press(page, key);
    await expectAllLearned(page);
    await endLearner(page);
    await press(page, '1'); // The person goes on while a new worker starts.
    await expectAllLearned(page);
  }
  // The third within a minute: said, and left to the person.
  await endLearner(page);
  await expect(page.getByText(/stopped 3 times within a minute/)).toBeVisible();
  await press(page, '2');
  await page.getByRole('button', { name: 'Start it again' }).click();
  await expectAllLearned(page);
  expect(problems).toEqual([]);
});

test('the graphics process dies: another backend goes on, and nothing is lost', async ({
  baseURL,
}) => {
  const browser = await chromium.launch({
    executablePath: findChromium().path,
    args: CHROMIUM_ARGS,
  });
  const page = await browser.newPage({ baseURL: baseURL as string });
  await startSample(page, /Comment moderation/);
  for (const key of '1212') await press(page, key);
  const project = page.url();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('WebGPU', { exact: true }).first().click();
  await page.goto(project);
  await waitForQuestion(page);
  await press(page, '1');
  const models = page.getByRole('link', { name: 'Models' });
  await models.click();
  // Without a graphics card WebGPU is computed in software, which takes its time.
  await expect(page.getByText(/Computed on webgpu/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Label', exact: true }).click();
  await waitForQuestion(page);
  await (await browser.newBrowserCDPSession()).send('Browser.crashGpuProcess');
  await press(page, '2');
  await expect(page.getByText(/WebGPU device was lost; Hone goes on with WebAssembly/)).toBeVisible(
    {
      timeout: 30_000,
    },
  );
  await expectAllLearned(page);
  await models.click();
  await expect(page.getByText(/Computed on wasm/)).toBeVisible();
  await browser.close();
});
