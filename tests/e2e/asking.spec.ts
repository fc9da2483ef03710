/** How questions are chosen: picked in the settings by keyboard, and said where they are asked. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { moderate, settlePaint, smallTargets, startSample } from './pages.ts';

async function open(page: Page, room: string): Promise<void> {
  const project = /#\/p\/([^/]+)/.exec(page.url())?.[1];
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/p/${project}/${room}`);
}

test('a committee is chosen by keyboard, asks, and says how it votes', async ({ page }) => {
  await startSample(page, /Comment moderation/);
  await moderate(page, 12);
  await open(page, 'classes/settings');
  const group = page.locator('summary', { hasText: 'that disagree' });
  await group.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: /split votes/ })).toBeChecked();
  await expect(page.getByText('Now: Committee: split votes')).toBeVisible();
  // One choice in all groups together.
  await expect(page.locator('.classes-strategies input:checked')).toHaveCount(1);
  expect(await smallTargets(page, '.classes-strategies summary', '.none')).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).include('.classes-strategies').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await open(page, 'label');
  await settlePaint(page);
  // One question in ten is drawn at random, and says so instead.
  await expect(async () => {
    await moderate(page, 1);
    await expect(page.locator('.item-why')).toContainText('of 8 versions of the model', {
      timeout: 2_000,
    });
  }).toPass({ timeout: 60_000 });
});
