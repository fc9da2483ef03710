/** Signal 9 to the whole browser, again and again, at random moments in mid-labelling. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { createRng } from '../../src/domain/math/rng.ts';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';
import { decided, press, waitForQuestion } from './pages.ts';

const ROUNDS = 10;
const LATEST_KILL_MS = 400;
/** The model's probabilities are written some time after the last answer. */
const WRITTEN_MS = 4_000;

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

/** A browser of our own making, in a process group of its own, so that all of it can be killed. */
async function startBrowser(profile: string): Promise<Running> {
  const port = join(profile, 'DevToolsActivePort');
  rmSync(port, { force: true });
  const child = spawn(
    findChromium().path,
    [
      ...CHROMIUM_ARGS,
      '--headless=new',
      '--remote-debugging-port=0',
      '--no-first-run',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  await expect
    .poll(() => existsSync(port) && readFileSync(port, 'utf8').split('\n').length > 1)
    .toBe(true);
  const [number, path] = readFileSync(port, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${number}${path}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error('the browser has no context');
  return { process: child, browser, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Resolves when the process is gone; nothing in the browser gets a chance to tidy up. */
async function kill({ process: child, browser }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid as number), 'SIGKILL');
  await gone;
  await browser.close().catch(() => undefined);
}

type Predictions = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** Class probabilities of every item without an answer, as the person can export them. */
async function exportedPredictions(page: Page): Promise<Predictions> {
  await page.evaluate(() => {
    location.hash = location.hash.replace('/label', '/data');
  });
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Predictions as JSON Lines' }).click();
  const text = readFileSync(await (await waiting).path(), 'utf8');
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; probabilities: Record<string, number> });
  return new Map(rows.map(({ id, probabilities }) => [id, probabilities]));
}

/** Everything a model computed is thrown away; what people decided stays. Returns what it dropped. */
async function dropCaches(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open('hone-cache');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const clearing = request.result.transaction('entries', 'readwrite');
          const keys = clearing.objectStore('entries').getAllKeys();
          clearing.objectStore('entries').clear();
          clearing.oncomplete = () => {
            request.result.close();
            resolve(keys.result.map((key) => (key as string[])[1] ?? ''));
          };
        };
      }),
  );
}

test('killed ten times at random moments: every acknowledged answer is there, and the model is that of the answers', async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const profile = mkdtempSync(join(tmpdir(), 'hone-kill-'));
  const seed = Date.now() % 100_000;
  const rng = createRng(seed);
  console.log(`moments by seed ${seed}`);
  let acknowledged = 0;
  let address = baseURL ?? '';
  for (let round = 0; round < ROUNDS; round++) {
    const running = await startBrowser(profile);
    const { page } = running;
    await page.goto(address);
    if (round === 0) await page.locator('.home-sample').first().getByRole('button').click();
    await waitForQuestion(page);
    address = page.url();
    const found = await decided(page);
    expect(found).toBeGreaterThanOrEqual(acknowledged);
    acknowledged = found;
    for (let i = 0; i < 2 + rng.integer(3); i++) {
      await press(page, rng.next() < 0.5 ? '1' : '2');
      acknowledged += 1;
    }
    // One more is on its way, or already there, when the browser dies.
    await page.keyboard.press('1');
    await page.waitForTimeout(rng.integer(LATEST_KILL_MS));
    await kill(running);
  }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium().path,
    args: CHROMIUM_ARGS,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await waitForQuestion(page);
  expect(await decided(page)).toBeGreaterThanOrEqual(acknowledged);
  await page.waitForTimeout(WRITTEN_MS);
  const survived = await exportedPredictions(page);
  await page.goto('about:blank');
  await page.goto(baseURL ?? '');
  await expect(page.locator('h1')).toBeVisible();
  expect(await dropCaches(page)).toContain('live');
  await page.goto('about:blank');
  await page.goto(address);
  await waitForQuestion(page);
  await page.waitForTimeout(WRITTEN_MS);
  const afresh = await exportedPredictions(page);
  await context.close();
  expect(afresh.size).toBe(survived.size);
  expect(survived.size).toBeGreaterThan(2_000);
  expectSameModel(survived, afresh);
});

function expectSameModel(a: Predictions, b: Predictions): void {
  let most = 0;
  for (const [id, own] of a) {
    for (const [name, value] of Object.entries(own))
      most = Math.max(most, Math.abs(value - (b.get(id)?.[name] ?? Number.NaN)));
  }
  console.log(`largest difference of two probabilities: ${most.toExponential(1)}`);
  expect(most).toBeLessThan(1e-4);
}
