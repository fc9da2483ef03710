import { createRequire } from 'node:module';
const require = createRequire('/work/wt/classroom/package.json');
const { chromium } = require('playwright');
const { AxeBuilder } = require('@axe-core/playwright');
const { CHROMIUM_ARGS, findChromium } = await import('/work/wt/classroom/tests/tools/chromium.mjs');
const b = await chromium.launch({ executablePath: findChromium().path, args: CHROMIUM_ARGS });
for (const [w,h,touch] of [[390,844,true],[1440,900,false]]) {
 const ctx = await b.newContext({ viewport:{width:w,height:h}, hasTouch: touch, isMobile: touch });
 const page = await ctx.newPage();
 for (const theme of ['light','dark','contrast']) for (const tab of ['lesson/noise/at.9','play','race/points.80/labels.10/at.6']) {
  await page.goto('http://127.0.0.1:4593/#/classroom/' + tab);
  await page.evaluate(n => { document.documentElement.dataset.theme = n; }, theme);
  await page.locator('.field-asks').first().waitFor({ timeout: 90000 });
  await page.waitForTimeout(250);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']).analyze();
  const small = !touch ? [] : await page.evaluate(() => [...document.querySelectorAll('main button, main a, main select, main input[type=range], main label')].filter(e => e.offsetParent !== null && !e.closest('.slider label, .field > label')).map(e => [e.innerText || e.ariaLabel || e.className, e.getBoundingClientRect().height]).filter(([, hh]) => hh < 43.5));
  console.log(w, theme, tab, JSON.stringify(violations.map(v => [v.id, v.nodes.map(n => n.target + ' ' + (n.any[0]?.message ?? '').slice(0,90)).slice(0,4)])), JSON.stringify(small), await page.evaluate(() => document.documentElement.scrollWidth));
 }
 await ctx.close();
}
await b.close();
