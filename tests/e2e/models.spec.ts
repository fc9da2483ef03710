/** Versions of the model: kept, compared, rolled back to, deleted; and proposals seen first. */
import { expect, type Page, test } from '@playwright/test';
import { moderate, press, startSample, stored, waitForQuestion, watchProblems } from './pages.ts';

async function keepVersion(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('button', { name: 'Save this version' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`Saved as ${name}.`)).toBeVisible();
}

async function toLabel(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Label', exact: true }).click();
  await waitForQuestion(page);
}

test('versions are kept, compared, rolled back to and deleted; no answer is lost', async ({
  page,
}) => {
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  await moderate(page, 8);
  await keepVersion(page, 'early');
  const first = (await stored(page, 'answered')).filter(({ question }) => !question?.audit).length;
  await toLabel(page);
  await moderate(page, 14);
  await keepVersion(page, 'late');
  await expect(page.getByText('the model now comes from this one')).toBeVisible();

  await page.getByLabel('First').selectOption({ label: 'early' });
  await page.getByLabel('Second').selectOption({ label: 'late' });
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText(/They disagree on [\d,]+ of [\d,]+ items|same answer/)).toBeVisible();

  await page.getByRole('button', { name: 'More for early' }).click();
  await page.getByRole('menuitem', { name: 'Roll back to this' }).click();
  await expect(page.getByRole('dialog')).toContainText('set aside by the model');
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
  await expect(page.getByText('The model is back at early.')).toBeVisible();
  await expect(page.getByText(new RegExp(`Learned from ${first} answers`))).toBeVisible();
  expect(await stored(page, 'answered')).toHaveLength(22);

  await page.reload();
  await expect(page.getByText(new RegExp(`Learned from ${first} answers`))).toBeVisible();
  await page.getByRole('button', { name: 'More for late' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'More for late' })).toBeHidden();
  expect(problems).toEqual([]);
});

test('proposals seen first: Enter accepts, audits stay blind, and the record says what was seen', async ({
  page,
}) => {
  await startSample(page, /Comment moderation/);
  await moderate(page, 12);
  await page.getByRole('link', { name: /Classes/ }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: /^At once/ }).check();
  await toLabel(page);
  let accepted = 0;
  for (let i = 0; i < 20 && accepted < 4; i++) {
    if ((await page.locator('.item-proposal').count()) > 0) {
      await press(page, 'Enter');
      accepted += 1;
    } else await moderate(page, 1); // Blind: drawn at random, or one in ten.
  }
  expect(accepted).toBe(4);
  const answers = await stored(page, 'answered');
  const shown = answers.map(
    (answer) => (answer as { proposal?: { shown: string } | null }).proposal?.shown,
  );
  expect(shown.slice(12).filter((timing) => timing === 'before')).toHaveLength(4);
  for (const [i, { question }] of answers.entries())
    if (question?.audit || question?.repeat) expect(shown[i]).not.toBe('before');
});
