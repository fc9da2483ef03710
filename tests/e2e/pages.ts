/** What a person does in Hone, as steps for the journeys. */
import { expect, type Page } from '@playwright/test';

export const ANSWER = '.answer';

/** Creates a project from a built-in sample and waits for the first question. */
export async function startSample(page: Page, name: RegExp): Promise<void> {
  await page.goto('./');
  const card = page.locator('.home-sample', { hasText: name }).first();
  await card.getByRole('button').click();
  await waitForQuestion(page);
}

export async function waitForQuestion(page: Page): Promise<void> {
  await expect(page.locator('.item-content')).toBeVisible({ timeout: 60_000 });
  await settlePaint(page);
}

/** The desk takes answers only for what was painted. */
export async function settlePaint(page: Page): Promise<void> {
  await expect(page.locator('.item[data-ready=true]')).toBeVisible({ timeout: 30_000 });
}

/** The end of the wizard: imports, and goes on to the questions. */
export async function importAndLabel(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Import/ })
    .last()
    .click({ timeout: 30_000 });
  await page
    .getByRole('button', { name: /Start labelling|Label/ })
    .last()
    .click({ timeout: 60_000 });
}

/** Targets on show that are lower than a finger needs, named, with their height; `apart`: within these others count. */
export function smallTargets(page: Page, targets: string, apart: string): Promise<string[]> {
  return page.evaluate(
    ([wanted, left]) =>
      [...document.querySelectorAll<HTMLElement>(wanted)]
        .filter((element) => element.offsetParent !== null && !element.closest(left))
        .map((element) => ({
          name: element.innerText || element.ariaLabel,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.height < 43.5)
        .map(({ name, box }) => `${name} ${box.height}`),
    [targets, apart] as const,
  );
}

/** Presses a key that decides, and waits for the next question to be painted. */
export async function press(page: Page, key: string): Promise<void> {
  const before = await decided(page);
  await page.keyboard.press(key);
  await expect.poll(() => decided(page)).toBe(before + 1);
  await settlePaint(page);
}

const RUDE =
  /stupid|idiot|fool|moron|pathetic|garbage|useless|worst|trash|clown|muppet|regret|delete your/i;

/** Answers comments by their words, well enough for a model that has something to say. */
export async function moderate(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const text = await page.locator('.item-content').innerText();
    await press(page, RUDE.test(text) ? '2' : '1');
  }
}

/** Decisions on the disk, counted where they lie. */
export async function decided(page: Page): Promise<number> {
  return (await stored(page, 'answered', 'skipped', 'marked-unsure')).length;
}

/** An event as it lies on the disk. */
export interface Stored {
  readonly question?: {
    readonly audit: boolean;
    readonly repeat?: true;
    readonly strategy: string;
  } | null;
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Events of these types, from the disk. */
export function stored(page: Page, ...types: string[]): Promise<Stored[]> {
  return page.evaluate(
    (wanted) =>
      new Promise<Stored[]>((resolve, reject) => {
        const request = indexedDB.open('hone');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('events').objectStore('events').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve((all.result as Stored[]).filter(({ type }) => wanted.includes(type)));
          };
        };
      }),
    types,
  );
}

/** Ids and texts of all texts on the disk, in order of import: rows, then those in chunks. */
export function storedTexts(page: Page): Promise<{ id: string; text: string }[]> {
  return page.evaluate(
    () =>
      new Promise<{ id: string; text: string }[]>((resolve, reject) => {
        const request = indexedDB.open('hone');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const reading = request.result.transaction(['items', 'itemChunks']);
          const rows = reading.objectStore('items').getAll();
          const chunks = reading.objectStore('itemChunks').getAll();
          reading.oncomplete = () => {
            request.result.close();
            const single = rows.result.map(({ id, content }) => ({ id, text: content.text }));
            const packed = chunks.result.flatMap(({ packed: { ids, contents } }) =>
              ids.map((id: string, i: number) => ({ id, text: contents.texts[i] })),
            );
            resolve([...single, ...packed]);
          };
        };
      }),
  );
}

/** Every problem the page itself reported. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

/** The learner knows every answer there is; audit answers and repeats it never learns from. */
export async function expectAllLearned(page: Page): Promise<void> {
  const answers = await stored(page, 'answered');
  const count = answers.filter(({ question }) => !question?.audit && !question?.repeat).length;
  await expect(page.getByText(new RegExp(`Learned ${count} answers`))).toBeVisible({
    timeout: 30_000,
  });
}
