import { expect, test } from '@playwright/test';
import { violations, violationsInThemes } from './axe.ts';
import { press, smallTargets, startSample, waitForQuestion } from './pages.ts';

test('axe finds nothing in any room, in any theme', async ({ page }) => {
  test.setTimeout(240_000); // Fourteen views, each read as a whole.
  await page.addInitScript(() => localStorage.setItem('hone-theme', 'light'));
  await startSample(page, /Comment moderation/);
  for (let i = 0; i < 6; i++) await press(page, i % 2 ? '1' : '2');
  const project = /#\/p\/([^/]+)/.exec(page.url())?.[1];
  const rooms = [
    'label',
    'browse',
    'browse/view%3Dgrid',
    'features',
    'quality',
    'study',
    'classes',
    'data',
    'models',
    'trust',
    'decide',
  ].map((room) => `#/p/${project}/${room}`);
  const found: Record<string, string[]> = {};
  for (const hash of [...rooms, '#/home', '#/import', '#/settings']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(page.locator('main h1').first()).toBeAttached();
    const own = await violationsInThemes(page);
    if (own.length > 0) found[hash.replace(project ?? '', '')] = own;
  }
  expect(found).toEqual({});
});

test('targets are large enough for a finger, and a swipe answers', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await startSample(page, /Comment moderation/);
  const small = await smallTargets(page, 'main button, nav a, nav button', '.last');
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  expect(await smallTargets(page, '.room-sheet a', '.last')).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.locator('.room-sheet').getByText('Oversight').tap();
  await expect(page.locator('main h1')).toHaveText('Oversight');
  await expect(page.locator('nav [aria-current]')).toHaveText('Oversight');
  await page.locator('nav').getByText('Label').tap();
  await waitForQuestion(page);
  const card = await page.locator('.item').boundingBox();
  if (!card) throw new Error('no item on show');
  const y = card.y + card.height / 2;
  const touch = await context.newCDPSession(page);
  const points = (x: number) => [{ x, y }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(300) });
  for (const x of [260, 200, 140, 90])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(x) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.locator('.last')).toContainText('You said fine');
  await context.close();
});
