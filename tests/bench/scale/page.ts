/** What the scale bench does in the page of the built app, as a person would. */
import type { Page } from 'playwright';

const IMPORT_TIMEOUT_MS = 900_000;

/** Drops the file, takes the label column as the oracle and imports; milliseconds of the import alone. */
export async function importFile(page: Page, url: string, file: string): Promise<number> {
  await page.goto(url);
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page
    .getByRole('combobox', { name: /\blabel\b/ })
    .first()
    .selectOption('oracle');
  // A column of few values is guessed to hold labels, and a hundred thousand of those would be learned at once.
  const roles = page.getByRole('combobox', { name: /^What is "/ });
  for (const role of await roles.all())
    if ((await role.inputValue()) === 'label') await role.selectOption('content');
  await page.getByText('delivery').first().waitFor({ timeout: IMPORT_TIMEOUT_MS });
  const begun = Date.now();
  await page
    .getByRole('button', { name: /^Import/ })
    .last()
    .click({ timeout: 60_000 });
  const start = page.getByRole('button', { name: /Start labelling|Label/ }).last();
  await start.waitFor({ timeout: IMPORT_TIMEOUT_MS });
  const ms = Date.now() - begun;
  await start.click();
  return ms;
}

export async function waitForQuestion(page: Page): Promise<void> {
  await page.locator('.item[data-ready=true]').waitFor({ timeout: IMPORT_TIMEOUT_MS });
}

/** Records the main thread's tasks over 50 ms from the beginning of every document of the page. */
export async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { honeTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
}

/** Durations in ms of the tasks over 50 ms since the last call. */
export function takeTasks(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    (globalThis as unknown as { honeTasks: number[] }).honeTasks.splice(0),
  );
}

export interface Answering {
  readonly paintedMs: readonly number[];
  /** The learner's own figure: events received to pool rescored. */
  readonly learnedMs: readonly number[];
}

/** Answers so many questions by keys, each a second after the one before was learned. */
export async function answer(page: Page, count: number): Promise<Answering> {
  const learnedMs: number[] = [];
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('123'[i % 3] ?? '1');
    await page.waitForFunction(
      (n) => performance.getEntriesByName('hone:answer-to-painted').length > n,
      i,
    );
    await waitForQuestion(page);
    await page.waitForTimeout(700);
    const said = (await page.locator('.side').allInnerTexts()).join(' ');
    const ms = /last one in ([\d,]+) ms/.exec(said)?.[1];
    if (ms) learnedMs.push(Number(ms.replace(',', '')));
  }
  const paintedMs = await page.evaluate(() =>
    performance.getEntriesByName('hone:answer-to-painted').map(({ duration }) => duration),
  );
  return { paintedMs, learnedMs };
}

/** Resolves when what the learner keeps on the disk is there: the next opening reads it. */
export async function waitForCache(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const request = indexedDB.open('hone-cache');
        request.onerror = () => resolve(false);
        request.onsuccess = () => {
          const keys = request.result.transaction('entries').objectStore('entries').getAllKeys();
          keys.onsuccess = () => {
            request.result.close();
            resolve(keys.result.some((key) => (key as [string, string])[1] === 'encoding'));
          };
        };
      }),
    undefined,
    { timeout: IMPORT_TIMEOUT_MS, polling: 1_000 },
  );
}
