/** Sounds from beginning to end: recordings in, answers, why, what was said of places, flips, edits, the microphone. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { writeWav } from '../../src/modalities/sound/wav.ts';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';
import { press, stored, waitForQuestion, watchProblems } from './pages.ts';

const RATE = 16_000;
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

test.use({
  launchOptions: {
    executablePath: findChromium().path,
    args: [...CHROMIUM_ARGS, ...FAKE_MICROPHONE],
  },
});

/** A tone that rises or falls, a second long, with some noise before and after. */
function tone(i: number, isRising: boolean): Float32Array {
  const low = 700 + 90 * (i % 9);
  let phase = i;
  let noise = i + 1;
  return Float32Array.from({ length: RATE }, (_, k) => {
    noise = (noise * 16_807) % 2_147_483_647;
    const share = (k / RATE - 0.2 - 0.03 * (i % 5)) / 0.5;
    const hiss = 0.04 * (noise / 1_073_741_824 - 1);
    if (share < 0 || share > 1) return hiss;
    const climb = isRising ? share : 1 - share;
    phase += (2 * Math.PI * low * 2.2 ** climb) / RATE;
    return 0.4 * Math.sin(phase) + hiss;
  });
}

/** Recordings, and three files that are none. */
function archive(): Buffer {
  const files: Record<string, Uint8Array> = {};
  for (let i = 0; i < 36; i++) {
    const name = i % 2 === 0 ? 'rising' : 'falling';
    files[`${name}-${i}.wav`] = writeWav({ samples: tone(i, i % 2 === 0), rate: RATE });
  }
  files['broken.wav'] = writeWav({ samples: tone(1, true), rate: RATE }).subarray(0, 4_000);
  files['empty.wav'] = writeWav({ samples: new Float32Array(0), rate: RATE });
  files['lying.wav'] = new TextEncoder().encode('no sound at all, only words');
  return Buffer.from(zipSync(files, { level: 0 }));
}

async function importArchive(page: Page): Promise<void> {
  await page.goto('./');
  const file = { name: 'whistles.zip', mimeType: 'application/zip', buffer: archive() };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByLabel('How long is one item?')).toBeVisible({ timeout: 30_000 });
  await page.locator('textarea').last().fill('rising\nfalling');
  await page
    .getByRole('button', { name: /^Import/ })
    .last()
    .click({ timeout: 30_000 });
  await expect(page.getByText(/broken\.wav/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/the file is cut off/)).toBeVisible();
  await expect(page.getByText(/it holds no sound/)).toBeVisible();
  await expect(page.getByText(/lying\.wav/)).toBeVisible();
  await page
    .getByRole('button', { name: /Start labelling|Label/ })
    .last()
    .click();
  await waitForQuestion(page);
}

async function answer(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const name = await page.locator('.item .sound-name').innerText();
    await press(page, name.startsWith('rising') ? '1' : '2');
  }
}

const grid = (page: Page) => page.locator('.study .sound-grid').first();

async function openWhy(page: Page): Promise<void> {
  await page.keyboard.press('w');
  await expect(grid(page)).toBeVisible({ timeout: 30_000 });
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

test('by keyboard: import, hear, answer, why, places, a flip judged, an edit, offline, export', async ({
  page,
  context,
}) => {
  test.setTimeout(150_000);
  const problems = watchProblems(page);
  await importArchive(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.keyboard.press('p');
  await expect(page.locator('.item').getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.locator('.item').getByRole('button', { name: 'Play' })).toBeVisible();
  await answer(page, 14);
  await expect(page.getByText(/Learned \d+ answers/)).toBeVisible();

  await openWhy(page);
  const first = grid(page).getByRole('button').first();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('group', { name: /painted places? say/ });
  await expect(bar.getByRole('button', { name: 'Nothing to do with it' })).toBeVisible();
  await bar.getByRole('button', { name: 'Nothing to do with it' }).press('Enter');
  await expect(bar).toBeHidden();
  expect(await stored(page, 'region-marked')).toMatchObject([{ stance: 'irrelevant' }]);

  const card = page.locator('.study-flip').first();
  await expect(card.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  const hear = card.getByRole('button', { name: 'Hear it changed' });
  await hear.press('Enter');
  await card.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(hear).toBeVisible();
  await card.getByRole('button', { name: /^No, still/ }).press('Enter');
  await expect.poll(async () => (await stored(page, 'counterfactual-judged')).length).toBe(1);

  await page.locator('summary', { hasText: 'Edit it and see' }).press('Enter');
  const editor = page.locator('[data-edit] .sound-grid');
  await editor.getByRole('button').first().focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Space', 'ArrowRight', 'Space'])
    await page.keyboard.press(key);
  await expect(editor.locator('[aria-pressed=true]')).toHaveCount(2);
  await expect(page.getByText(/^Now /)).toBeVisible();
  await page
    .getByRole('button', { name: /^Save: / })
    .first()
    .press('Enter');
  await expect.poll(async () => (await stored(page, 'edit-saved')).length).toBe(1);

  await context.setOffline(true);
  await page.reload();
  await waitForQuestion(page);
  await expect(grid(page)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.study-chip').first()).toContainText(/painted place/);
  await answer(page, 2);
  await page.getByRole('link', { name: 'Data' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).first().click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toMatch(/(rising|falling)-\d+\.wav/);
  expect(problems).toEqual([]);
});

test.describe('a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('by touch: answer, mark a place, and nothing overflows', async ({ page }) => {
    test.setTimeout(180_000);
    await importArchive(page);
    await expectClean(page);
    for (let i = 0; i < 12; i++) {
      const name = await page.locator('.item .sound-name').innerText();
      await page
        .locator('.answer')
        .nth(name.startsWith('rising') ? 0 : 1)
        .tap();
      await expect(page.locator('.item .sound-name')).not.toHaveText(name);
      await waitForQuestion(page);
    }
    await page.getByRole('button', { name: 'Why?' }).tap();
    await expect(grid(page)).toBeVisible({ timeout: 30_000 });
    await grid(page).getByRole('button').nth(11).tap();
    const bar = page.locator('.study-bar');
    await bar.locator('.class-chip').first().tap();
    await expect(bar).toBeHidden();
    expect(await stored(page, 'region-marked')).toMatchObject([{ stance: 'evidence' }]);
    await expectClean(page);
  });
});

test('the microphone: keep, keep with a class, trim, and all of it is on the disk', async ({
  page,
}) => {
  const problems = watchProblems(page);
  await importArchive(page);
  await page.getByRole('link', { name: 'Microphone' }).click();
  await page.getByRole('button', { name: 'Listen' }).click();
  await expect(page.getByText(/[2-9] s heard/)).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('r');
  await expect(page.getByText('1 sound is saved.')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText('2 sounds are saved.')).toBeVisible();
  expect(await stored(page, 'answered')).toHaveLength(1);
  await page.getByLabel('Trim before saving').check();
  await page.keyboard.press('r');
  await page.getByLabel(/^Begins at/).focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
  await expectClean(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('3 sounds are saved.')).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByText(/microphone\.wav/).first()).toBeVisible({ timeout: 30_000 });
  expect(problems).toEqual([]);
});

test('a microphone that is refused or taken away is told, and what was heard stays', async ({
  page,
}) => {
  await importArchive(page);
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (sessionStorage.getItem('refuse') === 'yes')
        throw new DOMException('no', 'NotAllowedError');
      const stream = await real(constraints);
      addEventListener('unplug', () => {
        for (const track of stream.getTracks()) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      });
      return stream;
    };
    sessionStorage.setItem('refuse', sessionStorage.getItem('refuse') ?? 'yes');
  });
  await page.reload();
  await page.getByRole('link', { name: 'Microphone' }).click();
  await page.getByRole('button', { name: 'Listen' }).click();
  await expect(page.getByRole('alert')).toContainText('does not let Hone use the microphone');
  await page.evaluate(() => sessionStorage.setItem('refuse', 'no'));
  await page.getByRole('button', { name: 'Listen' }).click();
  await expect(page.getByText(/[2-9] s heard/)).toBeVisible({ timeout: 20_000 });
  await page.evaluate(() => dispatchEvent(new Event('unplug')));
  await expect(page.getByRole('alert')).toContainText('The microphone is gone');
  await page.keyboard.press('r');
  await expect(page.getByText('1 sound is saved.')).toBeVisible();
});
