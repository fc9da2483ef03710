import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { serveFolder } from '../bench/server.ts';
import { decided, press, startSample, waitForQuestion } from './pages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function download(page: Page, button: RegExp): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return readFileSync(await (await waiting).path());
}

/** Unpacks below the project, where Node finds the project's packages. */
function unpack(zip: Buffer, name: string): string {
  const folder = join(ROOT, 'test-results', `export-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of Object.entries(unzipSync(zip)))
    writeFileSync(join(folder, file), bytes);
  return folder;
}

function runExample(folder: string, texts: readonly string[]): string {
  return execFileSync('node', ['example.mjs', ...texts], { cwd: folder, encoding: 'utf8' });
}

test('the model leaves: both exports predict the same in Node', async ({ page }) => {
  await startSample(page, /Comment moderation/);
  for (let i = 0; i < 14; i++) await press(page, i % 2 ? '1' : '2');
  await page.evaluate(() => {
    location.hash = location.hash.replace('/label', '/models');
  });
  const texts = ['What a lovely garden 🙂', 'Get lost, you clown!'];
  const plain = unpack(await download(page, /JSON/), 'json');
  const rows = runExample(plain, texts)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { probabilities: Record<string, number> });
  const layers = unpack(await download(page, /TensorFlow/), 'tfjs');
  const lastLine = runExample(layers, texts).trim().split('\n').at(-1) ?? '';
  const tfjs = JSON.parse(lastLine) as { classes: string[]; probabilities: number[][] };
  expect(rows).toHaveLength(2);
  rows.forEach(({ probabilities }, i) => {
    const values = tfjs.classes.map((name) => probabilities[name] ?? Number.NaN);
    expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    values.forEach(
      (value, c) => void expect(value).toBeCloseTo(tfjs.probabilities[i]?.[c] ?? Number.NaN, 4),
    );
  });
});

test('backup and restore through the files of the person', async ({ page }) => {
  await startSample(page, /Comment moderation/);
  for (let i = 0; i < 5; i++) await press(page, i % 2 ? '1' : '2');
  await page.evaluate(() => {
    location.hash = location.hash.replace('/label', '/data');
  });
  const backup = await download(page, /backup/i);
  const labels = await download(page, /CSV/);
  expect(
    labels
      .toString()
      .split('\r\n')
      .filter((line) => line.includes(',human,')),
  ).toHaveLength(5);
  const context = await page.context().browser()?.newContext();
  const other = await context?.newPage();
  if (!other) throw new Error('no second browser');
  await other.goto(page.url().replace(/#.*/, ''));
  await other
    .getByRole('button', { name: /Restore/ })
    .first()
    .click();
  await other
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'hone-backup.zip', mimeType: 'application/zip', buffer: backup });
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /^Restore/ })
    .click();
  await expect.poll(() => decided(other)).toBe(5);
  await context?.close();
});

test('a new version waits for consent and keeps the data', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-update-'));
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  const server = await serveFolder(folder);
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator('.home-sample').first().getByRole('button').click();
  await waitForQuestion(page);
  await press(page, '1');
  // The next build: another page, announced by another service worker.
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('<body>', '<body data-version="next">'));
  const worker = join(folder, 'sw.js');
  const source = readFileSync(worker, 'utf8');
  const changed = source.replace(
    /"revision":"[0-9a-f]+","url":"index\.html"/,
    '"revision":"next","url":"index.html"',
  );
  expect(changed === source).toBe(false);
  writeFileSync(worker, changed);
  await page.reload();
  await expect(page.locator('.app-status')).toContainText('A new version of Hone is ready', {
    timeout: 30_000,
  });
  expect(await page.locator('body').getAttribute('data-version')).toBeNull();
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.locator('body[data-version=next]')).toBeAttached({ timeout: 30_000 });
  await waitForQuestion(page);
  expect(await decided(page)).toBe(1);
  await context.close();
  server.close();
});
