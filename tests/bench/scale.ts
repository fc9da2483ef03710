/**
 * How Hone bears a large project: `npx tsx tests/bench/scale.ts [--rows N] [--kind text|table]
 * [--answers N] [--runs N]`. Imports made-up rows through the built app's own screens, answers, closes the
 * browser, opens the project again from the same profile on the disk, and prints one JSON line a run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { quantile } from '../../src/domain/math/statistics.ts';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';
import { ensureBuilt } from './build.ts';
import { processorSeconds, watchMemory } from './scale/memory.ts';
import {
  answer,
  importFile,
  takeTasks,
  waitForCache,
  waitForQuestion,
  watchTasks,
} from './scale/page.ts';
import { type ScaleKind, writeRows } from './scale/rows.ts';
import { serveFolder } from './server.ts';

const SETTLE_MS = 5_000;

interface Plan {
  readonly file: string;
  readonly url: string;
  readonly answers: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '100000' },
      kind: { type: 'string', default: 'text' },
      answers: { type: 'string', default: '40' },
      runs: { type: 'string', default: '1' },
    },
  });
  const kind: ScaleKind = values.kind === 'table' ? 'table' : 'text';
  const rows = Number(values.rows);
  const server = await serveFolder(await ensureBuilt());
  const folder = mkdtempSync(join(tmpdir(), 'hone-scale-'));
  try {
    const file = join(folder, 'rows.csv');
    const megabytes = (await writeRows(file, rows, kind)) / 1e6;
    for (let run = 0; run < Number(values.runs); run++) {
      const figures = await measure({ file, url: server.url, answers: Number(values.answers) });
      console.log(JSON.stringify({ rows, kind, fileMB: Math.round(megabytes), ...figures }));
    }
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(plan: Plan): Promise<Readonly<Record<string, unknown>>> {
  const profile = mkdtempSync(join(tmpdir(), 'hone-scale-profile-'));
  try {
    const first = await importAndAnswer(plan, profile);
    return { ...first.figures, ...(await reopen(plan, profile, first.address)) };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function importAndAnswer(plan: Plan, profile: string) {
  const { context, page } = await open(profile);
  const memory = watchMemory(profile);
  const importMs = await importFile(page, plan.url, plan.file);
  const importCpuS = processorSeconds(profile);
  const importTasks = await takeTasks(page);
  const begun = Date.now();
  await waitForQuestion(page);
  const firstQuestionMs = Date.now() - begun;
  const openedCpuS = processorSeconds(profile);
  const openingTasks = await takeTasks(page);
  const said = await answer(page, plan.answers);
  const answeringTasks = await takeTasks(page);
  await waitForCache(page);
  await page.waitForTimeout(SETTLE_MS);
  const peaks = memory.stop();
  const address = page.url();
  await context.close();
  const figures = {
    importS: seconds(importMs),
    firstQuestionS: seconds(firstQuestionMs),
    importCpuS,
    firstQuestionCpuS: Math.round(10 * (openedCpuS - importCpuS)) / 10,
    ...describe(said),
    importLongest: longest(importTasks),
    openingLongest: longest(openingTasks),
    answeringLongest: longest(answeringTasks),
    memory: peaks,
  };
  return { figures, address };
}

async function reopen({ answers }: Plan, profile: string, address: string) {
  const { context, page } = await open(profile);
  const memory = watchMemory(profile);
  const begun = Date.now();
  await page.goto(address);
  await waitForQuestion(page);
  const reopenMs = Date.now() - begun;
  const reopenCpuS = processorSeconds(profile);
  const tasks = await takeTasks(page);
  await page.waitForTimeout(SETTLE_MS);
  const said = describe(await answer(page, answers));
  const peaks = memory.stop();
  await context.close();
  return {
    reopenS: seconds(reopenMs),
    reopenCpuS,
    reopenLongest: longest(tasks),
    reopened: { ...said, tabPeakMB: peaks.tabPeakMB, tabNow: peaks.tabNow },
  };
}

async function open(profile: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium().path,
    args: CHROMIUM_ARGS,
    viewport: { width: 1440, height: 900 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  await watchTasks(page);
  return { context, page };
}

function describe({ paintedMs, learnedMs }: Awaited<ReturnType<typeof answer>>) {
  const at = (values: readonly number[], share: number): number | null => {
    const value = quantile(values, share);
    return value === null || value === undefined ? null : Math.round(value * 10) / 10;
  };
  return {
    n: paintedMs.length,
    paintedP50: at(paintedMs, 0.5),
    paintedP95: at(paintedMs, 0.95),
    learnedP50: at(learnedMs, 0.5),
    learnedP95: at(learnedMs, 0.95),
  };
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;
const longest = (tasks: readonly number[]): number => Math.max(0, ...tasks);

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
