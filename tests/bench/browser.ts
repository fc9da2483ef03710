/** Runs the driver in headless Chromium on the built app, one fresh profile per strategy and seed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';
import { BadArguments, type BenchArgs, TASKS } from './args.ts';
import { ensureBuilt, ROOT } from './build.ts';
import type { BenchData } from './data.ts';
import type { SeedRequest, SeedResult } from './driver.ts';
import { serveFolder } from './server.ts';

export interface MeasuredSeed extends SeedResult {
  readonly peakHeapMB: number;
}

const DATA_PATH = '/bench-data.zip';
const HEAP_POLL_MS = 250;

/** The seeds of each strategy, by its id. */
export type Results = ReadonlyMap<string, readonly MeasuredSeed[]>;

/** Rejects with BadArguments when the machine lacks the backend asked for. */
export async function runInBrowser(args: BenchArgs, data: BenchData): Promise<Results> {
  const dist = await ensureBuilt();
  const driver = await bundleDriver();
  const hasFiles = args.task === 'image' || args.task === 'audio';
  const also = hasFiles ? { [DATA_PATH]: args.file } : {};
  const server = await serveFolder(dist, '/', { also });
  const common = {
    ...args,
    ...data,
    workerUrl: workerUrl(dist, 'learn'),
    importerUrl: workerUrl(dist, 'import'),
    modality: TASKS[args.task],
    dataUrl: hasFiles ? `.${DATA_PATH}` : null,
  };
  const results = new Map<string, readonly MeasuredSeed[]>();
  try {
    for (const strategy of args.strategies) {
      const seeds: MeasuredSeed[] = [];
      for (let seed = args.firstSeed; seed < args.firstSeed + args.seeds; seed++) {
        const request = requestOf({ ...common, strategy, seed });
        seeds.push(await runOne({ url: server.url, driver, request }));
      }
      results.set(strategy, seeds);
    }
  } finally {
    server.close();
  }
  return results;
}

/** Only what the page needs: what is passed to it is copied. */
function requestOf(from: SeedRequest): SeedRequest {
  const { seed, workerUrl, importerUrl, modality, dataUrl, pool, test, classes } = from;
  const { strategy, labels, checkpoints, backend, audit, noise, scale, splitSeed } = from;
  const { feedback, features } = from;
  return {
    ...{ seed, workerUrl, importerUrl, modality, dataUrl, pool, test, classes },
    ...{ strategy, labels, checkpoints, backend, audit, noise, scale, splitSeed },
    ...{ feedback, features },
  };
}

interface OneRun {
  readonly url: string;
  readonly driver: string;
  readonly request: SeedRequest;
}

async function runOne({ url, driver, request }: OneRun): Promise<MeasuredSeed> {
  const browser = await chromium.launch({
    executablePath: findChromium().path,
    args: CHROMIUM_ARGS,
  });
  try {
    // The driver is injected from outside, which the app's own policy rightly forbids.
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`page: ${error.message}`));
    await page.goto(url);
    await page.addScriptTag({ content: driver });
    const heap = await watchHeap(page);
    const result = await page.evaluate(
      (config) => (globalThis as unknown as { honeBench: BenchGlobal }).honeBench.runSeed(config),
      request,
    );
    if (request.backend !== 'auto' && result.backend !== request.backend) {
      throw new BadArguments(
        `--backend ${request.backend} is not available here; the learner fell to ${result.backend}.`,
      );
    }
    return { ...result, peakHeapMB: heap.stop() };
  } finally {
    await browser.close();
  }
}

interface BenchGlobal {
  runSeed(request: SeedRequest): Promise<SeedResult>;
}

/** Peak JavaScript heap of page and workers together, polled over the DevTools protocol. */
async function watchHeap(page: Page): Promise<{ stop(): number }> {
  const client: CDPSession = await page.context().newCDPSession(page);
  let peak = 0;
  const poll = async (): Promise<void> => {
    const { usedSize } = (await client.send('Runtime.getHeapUsage')) as { usedSize: number };
    let total = usedSize;
    for (const worker of page.workers()) {
      total += await worker
        .evaluate(
          () =>
            (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory
              ?.usedJSHeapSize ?? 0,
        )
        .catch(() => 0);
    }
    peak = Math.max(peak, total);
  };
  const timer = setInterval(() => void poll().catch(() => undefined), HEAP_POLL_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1e6);
    },
  };
}

async function bundleDriver(): Promise<string> {
  const output = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(ROOT, 'tests/bench/driver.ts'), formats: ['iife'], name: 'honeBench' },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (!bundle || !('output' in bundle)) throw new Error('the bench driver did not bundle');
  const chunk = bundle.output.find((file) => file.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the bench driver bundle is empty');
  // A `var` of an injected script is global in the page; saying so keeps that true under any format.
  return `${chunk.code}\nglobalThis.honeBench = honeBench;`;
}

function workerUrl(dist: string, kind: 'learn' | 'import'): string {
  const name = readdirSync(join(dist, 'assets')).find((file) =>
    new RegExp(`^${kind}\\.worker-.*\\.js$`).test(file),
  );
  if (!name)
    throw new Error(`the build holds no ${kind}.worker: run "npm run build", look at dist/assets`);
  return `./assets/${name}`;
}
