/** What a person does with pictures, as steps for the journeys. */
import type { Page } from '@playwright/test';
import { waitForQuestion } from './pages.ts';
import { pictureZip } from './picture-zip.ts';

export const COUNT = 60;

/** A project of small pictures whose folders are kept as hidden answers; `app`: where Hone lies. */
export async function importPictures(page: Page, app = './'): Promise<void> {
  await page.goto(`${app}#/import`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'blots.zip',
      mimeType: 'application/zip',
      buffer: pictureZip(COUNT),
    });
  await page.getByRole('button', { name: 'Keep them hidden' }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Start labelling' }).click({ timeout: 60_000 });
  await waitForQuestion(page);
}
