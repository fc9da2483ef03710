/** Trust and delegation: what the model may decide, what it decided, and a person's last word. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { moderate, startSample, stored, watchProblems } from './pages.ts';

const NEW = [
  'You stupid idiot, delete your account, this is garbage.',
  'What a lovely picture of the lake, thank you for sharing it.',
  'The train leaves at nine, see you at the station tomorrow.',
  'Pathetic clown, worst take I have ever read, you moron.',
].join('\n');

async function goTo(page: Page, room: string): Promise<void> {
  const link = page.getByRole('link', { name: room, exact: true });
  // On a telephone only the nearest rooms are in the bar; all others are in its sheet.
  if (!(await link.isVisible()))
    await page.getByRole('button', { name: 'More', exact: true }).click();
  await link.filter({ visible: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: room })).toBeVisible();
}

/** A project with evidence: half of its questions are random checks. */
async function teach(page: Page, answers: number): Promise<void> {
  await startSample(page, /Comment moderation/);
  await goTo(page, 'Classes');
  await page.getByRole('tab', { name: 'Settings' }).click();
  const share = page.getByRole('slider').first();
  await share.fill('50');
  await share.dispatchEvent('change');
  await page.getByRole('link', { name: 'Label', exact: true }).click();
  await moderate(page, answers);
}

async function letItDecide(page: Page): Promise<void> {
  await goTo(page, 'Trust');
  await expect(page.getByText(/it takes at least 60 random checks/)).toBeVisible({
    timeout: 30_000,
  });
  await page.getByText('By hand', { exact: true }).click();
  const threshold = page.getByRole('slider', { name: /Decide when/ });
  await threshold.fill('0.5');
  await threshold.dispatchEvent('change');
  await expect(page.locator('.trust-decides')).toContainText(/It would decide [1-9]/);
  await page.getByRole('button', { name: /Let the model go further: It decides alone/ }).click();
  await expect(page.getByText('Deciding alone needs a promise that holds.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Let it' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Let the model go further: It decides, you/ }).click();
  await expect(page.getByText(/of \d+ random checks were right/)).toBeVisible();
  await page.getByRole('button', { name: 'Let it' }).click();
  await expect(page.getByText('Now: It decides, you correct', { exact: true })).toBeVisible();
}

async function takeIn(page: Page, texts: string): Promise<void> {
  await goTo(page, 'Decide');
  await page.getByLabel(/Paste or type new texts/).fill(texts);
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByRole('button', { name: 'Decide now' }).click({ timeout: 30_000 });
  await expect(page.getByText(/\d decided, \d for you, \d for an expert\./)).toBeVisible({
    timeout: 30_000,
  });
}

async function violations(page: Page): Promise<string[]> {
  await page.waitForTimeout(250);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('the model decides what it may, is overridden with a reason, and the log proves it', async ({
  page,
}) => {
  const problems = watchProblems(page);
  await teach(page, 24);
  await letItDecide(page);
  expect(await violations(page)).toEqual([]);
  await takeIn(page, NEW);
  await expect(page.getByText(/^By the model \([1-9]/)).toBeVisible();
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByText(/The model decided \d items? that nobody answered/)).toBeVisible();
  await page.getByRole('link', { name: 'Save the decisions in Decide' }).click();
  await page.getByText(/^By the model \([1-9]/).click();
  await page
    .getByRole('button', { name: /^Override/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'It misses the context' }).click();
  expect(await violations(page)).toEqual([]);
  await page.locator('dialog .class-chip', { hasText: 'fine' }).click();
  await expect(page.getByText('Saved; the model learns from it.')).toBeVisible();
  const [settled] = await stored(page, 'decision-settled');
  expect(settled).toMatchObject({ reason: 'It misses the context', isBlind: false });
  // Taken back by an entry of its own, and said again.
  const toast = page.locator('.toast', { hasText: 'Saved; the model learns from it.' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^Taken back: /)).toBeVisible();
  const [undone] = await stored(page, 'undone');
  expect(undone?.link).toMatchObject({ sequence: expect.any(Number) });
  await page
    .getByRole('button', { name: /^Override/ })
    .first()
    .click();
  await page.locator('dialog .class-chip', { hasText: 'fine' }).click();
  await expect(page.getByText(/^Settled \([1-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/All \d+ entries are as written/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /records/ }).click();
  const file = await (await download).path();
  const records = JSON.parse(readFileSync(file, 'utf8'));
  expect(records.decisions.length).toBe(4);
  expect(records.log.map(({ link }: { link: { sequence: number } }) => link.sequence)).toEqual(
    records.log.map((_: unknown, i: number) => i),
  );
  await page.reload();
  await expect(page.getByText(/^Settled \([1-9]/)).toBeVisible({ timeout: 30_000 });
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

/** By keyboard: every item that this list holds, one after the other. */
async function answerAll(page: Page, who: string): Promise<void> {
  const tab = page.locator('.segmented label', { hasText: who });
  const count = Number(/\d+/.exec(await tab.innerText())?.[0]);
  if (count === 0) return;
  await tab.click();
  await page.getByRole('button', { name: `Answer all ${count}` }).focus();
  await page.keyboard.press('Enter');
  for (let left = count - 1; left >= 0; left--) {
    const words = left === 0 ? 'The last one.' : `${left} more after this one.`;
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.locator('.decide-settle[data-ready=true]')).toBeVisible();
    await page.keyboard.press(left % 2 === 0 ? '1' : '2');
  }
  await expect(page.locator('dialog')).toHaveCount(0);
}

test('what is left to people is answered by keyboard, at 390 pixels too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await teach(page, 6);
  await takeIn(page, NEW);
  for (const who of ['For you', 'For an expert']) await answerAll(page, who);
  await expect(page.getByText(/^Settled \(4\)/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await stored(page, 'answered')).length).toBe(10);
});

test('a folder is watched, and what comes into it is decided about at once', async ({ page }) => {
  await teach(page, 8);
  // The browser's own private folder stands in for one that a person would pick in a dialog.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const inbox = await root.getDirectoryHandle('inbox', { create: true });
    const file = await inbox.getFileHandle('today.txt', { create: true });
    const writer = await file.createWritable();
    await writer.write('What a kind thing to say about the garden.\nYou are a pathetic clown.');
    await writer.close();
    Object.assign(globalThis, { showDirectoryPicker: async () => inbox });
  });
  await goTo(page, 'Decide');
  await page.getByRole('button', { name: 'Watch a folder' }).click();
  await expect(page.getByText(/Watching “inbox”/)).toBeVisible();
  await expect(page.getByText(/0 decided, \d for you, \d for an expert\./)).toBeVisible({
    timeout: 40_000,
  });
  await page.getByRole('button', { name: 'Stop watching' }).click();
  await expect(page.getByRole('button', { name: 'Watch a folder' })).toBeVisible();
  const [routed] = await stored(page, 'items-routed');
  expect((routed as unknown as { items: unknown[] }).items.length).toBe(2);
});
