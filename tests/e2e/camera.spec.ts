/** The camera, by Chromium's fake one: what is taken is on the disk, and stays when the camera goes. */
import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { settlePaint, stored, watchProblems } from './pages.ts';
import { COUNT, importPictures } from './picture-pages.ts';

test.use({
  permissions: ['camera'],
  launchOptions: async ({ launchOptions }, use) => {
    const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...fake] });
  },
});

test('shoots into the project, with and without a label, and survives its loss', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const problems = watchProblems(page);
  await importPictures(page);
  await page.getByRole('link', { name: 'Camera' }).click();
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await expect(page.locator('.camera-finder[data-phase=live]')).toBeVisible();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Space');
  // A busy machine takes its time to compress the first frame.
  const within = { timeout: 30_000 };
  await expect(page.getByText('1 picture taken, and on the disk')).toBeVisible(within);
  await page.keyboard.press('2');
  await expect(page.getByText('2 pictures taken, all on the disk')).toBeVisible(within);
  await expect.poll(async () => (await stored(page, 'answered')).length, within).toBe(1);
  // Unplugged: the track ends by itself.
  await page.evaluate(() => {
    const video = document.querySelector('video');
    const [track] = ((video?.srcObject ?? new MediaStream()) as MediaStream).getVideoTracks();
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByText(/The camera is gone/)).toBeVisible();
  await page.getByRole('button', { name: 'Start the camera again' }).click();
  await expect(page.locator('.camera-finder[data-phase=live]')).toBeVisible(within);
  await page.getByRole('link', { name: 'Label', exact: true }).click();
  await settlePaint(page);
  await expect(page.locator('.side').first()).toContainText(`of ${COUNT + 2}`);
  // The same camera for what the model is to decide: on the disk with its purpose before the click.
  await page.getByRole('link', { name: 'Decide' }).click();
  await expect(page.getByText('Nothing waits for a decision.')).toBeVisible();
  await page.getByRole('button', { name: 'Camera' }).click();
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await expect(page.getByRole('button', { name: /Take a picture of/ })).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(page.getByText('1 picture taken, and on the disk')).toBeVisible(within);
  const told = (await stored(page, 'items-imported')).at(-1);
  expect(told).toMatchObject({ purpose: 'decide', added: 1, from: COUNT + 2 });
  await page.getByRole('link', { name: 'Done: to the decisions' }).click();
  await expect(page.getByText('1 item came in and waits for a decision.')).toBeVisible();
  await page.getByRole('button', { name: 'Decide now' }).click();
  await expect.poll(async () => (await stored(page, 'items-routed')).length, within).toBe(1);
  expect(problems).toEqual([]);
});
