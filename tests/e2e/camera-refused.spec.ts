/** A camera that the person, or the browser, refuses: told, with a way out, and nothing else is lost by it. */
import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { settlePaint, stored, watchProblems } from './pages.ts';
import { importPictures } from './picture-pages.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...fake] });
  },
});

test('says so and how to allow it, and labelling goes on', async ({ page }) => {
  test.setTimeout(180_000);
  const problems = watchProblems(page);
  await importPictures(page);
  await page.getByRole('link', { name: 'Camera' }).click();
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await expect(page.getByText(/The camera was refused\. Allow it for this page/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // The keys that shoot do nothing now, and asking again is told the same again.
  await page.keyboard.press('Space');
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Start the camera again' }).click();
  await expect(page.getByText(/The camera was refused/)).toBeVisible();
  await expect(page.getByText('No picture taken yet')).toBeVisible();
  expect(await stored(page, 'answered')).toEqual([]);
  await page.getByRole('link', { name: 'Label', exact: true }).click();
  await settlePaint(page);
  await page.keyboard.press('1');
  await expect.poll(async () => (await stored(page, 'answered')).length).toBe(1);
  expect(problems).toEqual([]);
});
