import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serveFolder } from '../bench/server.ts';
import { press, startSample, waitForQuestion } from './pages.ts';

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
