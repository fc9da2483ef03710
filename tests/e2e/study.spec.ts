/** Seeing why, and teaching more than labels: by keyboard, mouse and touch, offline, after a reload. */
import { expect, type Page, test } from '@playwright/test';
import { violationsInThemes } from './axe.ts';
import {
  importAndLabel,
  moderate,
  press,
  smallTargets,
  startSample,
  stored,
  storedTexts,
  waitForQuestion,
  watchProblems,
} from './pages.ts';

async function answerSome(page: Page, count: number): Promise<void> {
  await moderate(page, count);
  await expect(page.getByText(/Learned \d+ answers/)).toBeVisible();
}

const words = (page: Page) => page.locator('.study-text .study-word');

async function openWhy(page: Page): Promise<void> {
  await page.keyboard.press('w');
  await expect(words(page).first()).toBeVisible({ timeout: 20_000 });
}

test('the keyboard alone: open, mark a word, withdraw it, go on labelling', async ({ page }) => {
  const problems = watchProblems(page);
  await startSample(page, /Comment moderation/);
  await expect(page.getByRole('button', { name: 'Why?' })).toBeHidden();
  await answerSome(page, 14);
  await openWhy(page);
  const name = await words(page).first().getAttribute('aria-label');
  expect(name).toMatch(/.+: speaks (for|against) (fine|toxic), (slightly|clearly|strongly)/);

  await words(page).first().focus();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('group', { name: /What does “.+” say\?/ });
  await expect(bar.getByRole('button', { name: /speaks for/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  const [mark] = await stored(page, 'feature-marked');
  expect(mark).toMatchObject({ stance: 'for', strength: 'hint', asked: false });
  await expect(page.locator('.study-did')).toContainText(/predictions? changed/);
  expect(await page.evaluate(() => document.activeElement?.closest('.study') !== null)).toBe(true);

  const chip = page.locator('.study-chip').first();
  await chip.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(chip).toBeHidden();
  expect(await stored(page, 'feedback-withdrawn')).toHaveLength(1);

  // A phrase: Shift and an arrow widen the word; words that are no buttons can be written.
  await words(page).first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /What does “\S+ \S.*” say/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('summary', { hasText: 'Another word or phrase' }).press('Enter');
  await page.getByLabel('Word or phrase', { exact: true }).fill('  Utterly USELESS ');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: /“utterly useless”/ }).waitFor();
  await page.keyboard.press('Escape');

  // Undo takes the withdrawal back and leaves the question where it is.
  const question = await page.locator('.item-content').innerText();
  await page.keyboard.press('u');
  await expect(page.locator('.study-chip')).toHaveCount(1);
  expect(await page.locator('.item-content').innerText()).toBe(question);
  // Labelling goes on while it is open, and the panel follows the last answer.
  await press(page, '1');
  await expect(page.locator('.study-text')).toHaveText(question);
  await page.reload();
  await waitForQuestion(page);
  await expect(words(page).first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('w');
  await expect(page.locator('.study')).toBeHidden();
  expect(problems).toEqual([]);
});

test('the mouse: press any word, select a phrase, judge, edit, save, withdraw', async ({
  page,
}) => {
  const problems = watchProblems(page);
  await startSample(page, /Support tickets/);
  for (let i = 0; i < 20; i++) {
    const text = await page.locator('.item-content').innerText();
    await press(page, ticketKey(text));
  }
  await openWhy(page);
  // In the middle of a word: where the text begins may lie beside a word of one letter.
  await words(page).first().dblclick();
  const bar = page.locator('.study-bar');
  await expect(bar).toBeVisible();
  await bar.getByText('against').click();
  await bar.getByText('Rule').click();
  await bar.locator('.class-chip').first().click();
  await expect(page.locator('.study-chip')).toContainText('(rule)');
  expect(await stored(page, 'feature-marked')).toMatchObject([
    { stance: 'against', strength: 'rule' },
  ]);

  await walkToProposal(page);
  const card = page.locator('.study-flip').first();
  await expect(card.locator('del, ins').first()).toBeVisible();
  await card.getByRole('button', { name: /^No, still/ }).click();
  await expect(page.locator('.study-did')).toContainText('Judged: no');
  const [judged] = await stored(page, 'counterfactual-judged');
  expect(judged).toMatchObject({ verdict: 'stays' });
  expect(judged?.durationMs).toBeGreaterThan(0);
  await expect(page.locator('.study-did')).toContainText(/predictions? changed/); // It was learned.
  // What was proposed stays while the model learns; new proposals come when they are asked for.
  await expect(card).toContainText('Judged: no');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByRole('button', { name: 'Look again' })).toBeHidden();

  await page.locator('summary', { hasText: 'Edit it and see' }).click();
  const box = page.getByLabel('The text, as you like it');
  const original = await box.inputValue();
  // 25 keys a second: twice as fast as people type.
  await box.pressSequentially(' The parcel of the courier never arrived.', { delay: 40 });
  await expect(page.locator('.study-bars')).toBeVisible();
  await expect(page.getByText(/^Now /)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the original' }).click();
  await expect(box).toHaveValue(original);
  expect(await stored(page, 'edit-saved')).toHaveLength(0); // Looking leaves no trace.
  await box.fill(`${original} The parcel of the courier never arrived.`);
  await page.getByLabel('What the edited copy is').selectOption({ label: 'delivery' });
  await page.getByRole('button', { name: 'Save: it flips' }).click();
  await expect(page.locator('.study-did')).toContainText('Saved: the edited copy is delivery');
  await expect(box).toHaveValue(original);
  await expect(page.locator('.study-saved ins')).toContainText('parcel');
  const live = await page.evaluate(() =>
    performance
      .getEntriesByName('hone:edit-to-predicted')
      .map(({ duration }) => duration)
      .sort((a, b) => a - b),
  );
  console.log(
    `edit to predicted, ms: median ${live[live.length >> 1]?.toFixed(1)}, worst ${live.at(-1)?.toFixed(1)}, n ${live.length}`,
  );
  await page.getByRole('button', { name: /^Withdraw: is delivery/ }).click();
  await expect(page.locator('.study-saved')).toBeHidden();
  expect(problems).toEqual([]);
});

function ticketKey(text: string): string {
  if (/charg|invoice|voucher|refund|price|paid|bill/i.test(text)) return '1';
  if (/deliver|courier|arriv|parcel|tracking|track/i.test(text)) return '2';
  if (/return|exchange|sent the .* back|wrong size/i.test(text)) return '3';
  if (/log in|password|account|e-?mail address/i.test(text)) return '4';
  return '5';
}

/** Back through the answers to one that the model can be flipped on. */
async function walkToProposal(page: Page): Promise<void> {
  for (let i = 0; i < 12; i++) {
    const found = page.locator('.study-flip').or(page.locator('.study-fold .notice')).first();
    await found.waitFor({ timeout: 20_000 });
    if ((await page.locator('.study-flip').count()) > 0) return;
    const before = await page.locator('.item-content').innerText();
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('.item-content')).not.toHaveText(before);
    await expect(page.locator('.study-text')).toHaveText(
      await page.locator('.item-content').innerText(),
    );
  }
  throw new Error('no answered item has a proposal');
}

test('touch: tap a word below the item, large targets, nothing wider than the screen', async ({
  browser,
}) => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await startSample(page, /Comment moderation/);
  await answerSome(page, 14);
  await page.getByRole('button', { name: 'Why?' }).tap();
  await expect(words(page).first()).toBeInViewport();
  await words(page).first().tap();
  const bar = page.locator('.study-bar');
  await expect(bar).toBeVisible();
  await page.locator('summary', { hasText: 'Edit it' }).tap();
  await page.locator('summary', { hasText: 'Another word' }).tap();
  const small = await smallTargets(
    page,
    '.label-why :is(button, summary, input, select, a, [role=button])',
    '.segmented',
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await bar.getByRole('button', { name: 'Irrelevant' }).tap();
  await expect(page.locator('.study-chip')).toContainText('irrelevant');
  await page.locator('.study-chip-close').tap();
  await expect(page.locator('.study-chip')).toHaveCount(0);
  await context.close();
});

test('offline and after a reload everything said is still there', async ({ page, context }) => {
  await startSample(page, /Comment moderation/);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await answerSome(page, 14);
  await openWhy(page);
  await words(page).first().click();
  await page.locator('.study-bar .class-chip').first().click();
  await expect(page.locator('.study-chip')).toHaveCount(1);
  const said = (await page.locator('.study-chip').textContent()) ?? '';
  await page.getByRole('link', { name: 'On a page of its own' }).click();
  await expect(page.getByRole('heading', { name: 'Study an item' })).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(words(page).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.study-chip')).toHaveText(said);
  await words(page).first().click();
  await page.locator('.study-bar').getByRole('button', { name: 'Irrelevant' }).click();
  await expect(page.locator('.study-chip')).toContainText('irrelevant');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.study-chip')).toHaveText(said);
});

test('an item without an answer is not explained before one is given', async ({ page }) => {
  await startSample(page, /Comment moderation/);
  await answerSome(page, 8);
  const [project] = await stored(page, 'project-created');
  const open = (await storedTexts(page)).at(-1)?.id;
  await page.goto(`./#/p/${project?.projectId}/study/${open}`);
  await expect(page.getByText('You have not answered this item')).toBeVisible();
  await expect(page.locator('.study')).toBeHidden();
  await page.getByRole('button', { name: 'Show it anyway' }).click();
  await expect(page.locator('.study-says')).toContainText('The model says');
  await page.goto(`./#/p/${project?.projectId}/study/nowhere`);
  await expect(page.getByText('This item is not on this device.')).toBeVisible();
});

const NASTY = [
  '<script>alert(1)</script> <b>refund</b> &amp; "quotes" great refund',
  'مرحبا refund بالعالم، هذا great رائع جدا',
  'Ame\u0301lie said re\u0301fund 👩‍👩‍👧 𝒳 refund\n\n\ttabs  and   blanks great',
  Array.from({ length: 20_000 }, (_, i) => (i % 97 ? `w${i % 500}` : 'refund')).join(' '),
];

test('highlights the right characters of markup, emoji, right-to-left and 20,000 words', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const plain = Array.from({ length: 60 }, (_, i) =>
    i % 2 ? [`great lovely ${i} thanks`, 'good'] : [`refund broken ${i} angry`, 'bad'],
  );
  const rows = [...plain, ...NASTY.map((text) => [text, 'bad'])];
  const csv = rows.map(([text, label]) => `"${text?.replaceAll('"', '""')}",${label}`).join('\n');
  await page.goto('./');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'nasty.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`text,label\n${csv}`),
    });
  await importAndLabel(page);
  await page.waitForURL(/label/);
  const [project] = await stored(page, 'project-created');
  const ids = await storedTexts(page);
  for (const text of NASTY) {
    const id = ids.find((one) => one.text === text)?.id;
    expect(id, text.slice(0, 40)).toBeDefined();
    await page.goto(`./#/p/${project?.projectId}/study/${id}`);
    const begun = Date.now();
    await expect(words(page).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('.study-text')).toContainText(text.slice(0, 6));
    console.log(`${text.length} characters explained after ${Date.now() - begun} ms`);
    expect(await page.locator('.study-text').evaluate((node) => node.textContent)).toBe(text);
    const shown = await words(page).evaluateAll((all) =>
      all.map((word) => [word.textContent, word.getAttribute('aria-label')]),
    );
    expect(shown.length).toBeLessThanOrEqual(24);
    for (const [word, name] of shown) expect(name?.startsWith(`${word}: `)).toBe(true);
    expect(shown.map(([word]) => word)).toContain('refund');
    await words(page)
      .filter({ hasText: /^refund$/ })
      .first()
      .click();
    await expect(page.getByRole('group', { name: 'What does “refund” say?' })).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('axe finds nothing in a study, everything open, in any theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('hone-theme', 'light'));
  await startSample(page, /Support tickets/);
  for (let i = 0; i < 14; i++) {
    await press(page, ticketKey(await page.locator('.item-content').innerText()));
  }
  await openWhy(page);
  await words(page).first().click();
  await page.locator('.study-bar .class-chip').first().click();
  await expect(page.locator('.study-chip')).toHaveCount(1);
  expect(await violationsInThemes(page)).toEqual([]);
  await page.getByRole('link', { name: 'On a page of its own' }).click();
  for (const summary of ['In numbers', 'Another word', 'Edit it and see'])
    await page.locator('summary', { hasText: summary }).click();
  await page.getByLabel('The text, as you like it').pressSequentially(' changed');
  await words(page).first().click();
  expect(await violationsInThemes(page)).toEqual([]);
});
