/** What axe finds on a page. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of WCAG whose verdict hangs on colours: all that another theme can break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

export async function violations(page: Page): Promise<string[]> {
  await settleColours(page);
  return named(await new AxeBuilder({ page }).withTags(WCAG).analyze());
}

/** By every rule in the light theme, by those of colour in the two others; the page is left light. */
export async function violationsInThemes(page: Page): Promise<string[]> {
  const found = await violations(page);
  for (const theme of ['dark', 'contrast']) {
    await setTheme(page, theme);
    const own = named(await new AxeBuilder({ page }).withRules(OF_COLOUR).analyze());
    found.push(...own.map((text) => `${theme}: ${text}`));
  }
  await setTheme(page, 'light');
  return found;
}

async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
  await settleColours(page);
}

/** Half-way between two themes nothing has the contrast it will have. */
const LONGEST_CHANGE_MS = 3_000;

async function settleColours(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  // What is out of sight may never finish, and is not read either.
  await page
    .waitForFunction(
      () => !document.getAnimations().some((one) => one instanceof CSSTransition),
      null,
      { timeout: LONGEST_CHANGE_MS },
    )
    .catch(() => undefined);
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

const named = ({ violations: found }: Results): string[] =>
  found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
