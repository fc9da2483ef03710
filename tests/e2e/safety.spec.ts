import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Page, test } from '@playwright/test';
import { serveFolder } from '../bench/server.ts';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';
import { decided, press, startSample, waitForQuestion } from './pages.ts';

test('no request leaves the origin', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('blob:') && !url.startsWith('data:'))
      elsewhere.push(url);
  });
  await startSample(page, /Comment moderation/);
  for (let i = 0; i < 12; i++) await press(page, i % 2 ? '1' : '2');
  for (const room of ['classes', 'data', 'models']) {
    await page.goto(page.url().replace(/\/(label|classes|data|models).*$/, `/${room}`));
    await expect(page.locator('h1')).toBeVisible();
  }
  await page.goto('./#/settings');
  await expect(page.locator('h1')).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test('the policy forbids eval and inline scripts', async ({ page }) => {
  await page.goto('./');
  const policy = await page
    .locator('meta[http-equiv=Content-Security-Policy]')
    .getAttribute('content');
  const scripts = /script-src ([^;]*)/.exec(policy ?? '')?.[1] ?? '';
  expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
  // Through the page itself: what the test driver evaluates is not bound by the policy.
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.head.append(script);
    setTimeout('globalThis.evalRan = true');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return ['inlineRan', 'evalRan'].filter((name) => name in globalThis);
  });
  expect(ran).toEqual([]);
});

test('runs from any folder of a host, online and offline', async ({ browser }) => {
  const server = await serveFolder(
    fileURLToPath(new URL('../../dist', import.meta.url)),
    '/some/where/',
  );
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.goto(server.url);
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  server.close();
  await context.setOffline(true);
  await page.reload();
  await page.locator('.home-sample').first().getByRole('button').click();
  await waitForQuestion(page);
  for (const room of ['classes', 'data', 'models']) {
    await page.evaluate((to) => {
      location.hash = location.hash
        .replace('/label', `/${to}`)
        .replace(/\/(classes|data|models)$/, `/${to}`);
    }, room);
    await expect(page.locator('main h1')).toBeVisible();
  }
  await context.close();
});

test('two tabs on one project see each other’s answers and never ask the same', async ({
  page,
  context,
}) => {
  await startSample(page, /Comment moderation/);
  await press(page, '1');
  const second = await context.newPage();
  await second.goto(page.url());
  await waitForQuestion(second);
  const shown = (tab: Page) => tab.locator('.text-view').innerText();
  expect(await shown(second)).not.toBe(await shown(page));
  await second.keyboard.press('2');
  await expect(page.locator('.side').first()).toContainText('2 of 3,000');
  await page.keyboard.press('1');
  await expect(second.locator('.side').first()).toContainText('3 of 3,000');
  // The leading tab goes; the other takes over and learns on.
  await page.close();
  await expect(second.getByText(/Learned \d+ answers/)).toBeVisible({ timeout: 30_000 });
  await second.keyboard.press('1');
  await expect(second.locator('.side').first()).toContainText('4 of 3,000');
});

test('killed in the middle ten times in a row: every acknowledged answer is there', async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const profile = mkdtempSync(join(tmpdir(), 'hone-kill-'));
  let acknowledged = 0;
  let address = baseURL ?? '';
  for (let round = 0; round < 10; round++) {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium().path,
      args: CHROMIUM_ARGS,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    if (round === 0) {
      await page.goto(address);
      await page.locator('.home-sample').first().getByRole('button').click();
    } else await page.goto(address);
    await waitForQuestion(page);
    address = page.url();
    const found = await decided(page);
    expect(found).toBeGreaterThanOrEqual(acknowledged);
    acknowledged = found;
    const answers = 2 + (round % 3);
    for (let i = 0; i < answers; i++) {
      await press(page, i % 2 ? '1' : '2');
      acknowledged += 1;
    }
    // One more is on its way when the browser dies.
    await page.keyboard.press('1');
    const session = await context.newCDPSession(page);
    void session.send('Browser.crash' as never).catch(() => undefined);
    await Promise.race([
      new Promise((resolve) => context.once('close', resolve)),
      new Promise((resolve) => setTimeout(resolve, 3_000)),
    ]);
    await context.close().catch(() => undefined);
  }
  expect(acknowledged).toBeGreaterThanOrEqual(20);
});
