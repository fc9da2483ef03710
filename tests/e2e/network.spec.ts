/** A network from an address on another server: asked only after consent, fetched once, checked, kept. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test, type Worker } from '@playwright/test';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { serveFolder } from '../bench/server.ts';
import { headersOf } from '../fixtures/headers-file.ts';
import { violations } from './axe.ts';
import { waitForQuestion, watchProblems } from './pages.ts';
import { importPictures } from './picture-pages.ts';

interface Served {
  readonly model: string;
  readonly weights: Buffer;
}

/** Some colours of the picture, averaged. */
async function makeNetwork(): Promise<Served> {
  const model = sequential({
    layers: [
      layers.conv2d({
        inputShape: [24, 24, 3],
        filters: 6,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: { className: 'GlorotUniform', config: { seed: 4 } } as never,
      }),
      layers.globalAveragePooling2d({}),
      layers.dense({ units: 3 }),
    ],
  });
  let served: Served | null = null;
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
      const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
      served = {
        model: JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest }),
        weights: Buffer.from(weightData as ArrayBuffer),
      };
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
  model.dispose();
  return served as unknown as Served;
}

/** Another server: what it lets other pages read, what it does not, and what it has not got. */
async function startOther({ model, weights }: Served) {
  const asked: IncomingMessage[] = [];
  const files: Readonly<Record<string, string | Buffer>> = {
    '/tiny/model.json': model,
    '/tiny/weights.bin': weights,
    '/tiny/LICENSE': 'Yours to use.',
    '/closed/model.json': model,
    '/half/model.json': model,
    '/long/model.json': model,
    '/long/weights.bin': Buffer.concat([weights, Buffer.from('and more')]),
  };
  const server = createServer((request, response) => {
    asked.push(request);
    const path = request.url ?? '';
    if (!path.startsWith('/closed/')) response.setHeader('access-control-allow-origin', '*');
    if (path === '/moved/model.json')
      response.writeHead(302, { location: '/tiny/model.json' }).end();
    else if (files[path] === undefined) response.writeHead(404).end();
    else response.end(files[path]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    close: () => server.close(),
  };
}

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** "came", or "refused", for a request to `url` from wherever this runs. */
const ask = (url: string): Promise<string> =>
  fetch(url).then(
    () => 'came',
    () => 'refused',
  );

/** What of the policy of wherever this runs forbids a request to `url`. */
async function violated(url: string): Promise<string> {
  let directive = 'nothing';
  addEventListener('securitypolicyviolation', (event) => {
    directive = event.effectiveDirective;
  });
  await fetch(url).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return directive;
}

/** A worker as it was built, started by the page: its policy is that of the file. */
async function start(page: Page, folder: string, name: string): Promise<Worker> {
  const file =
    readdirSync(join(DIST, folder)).find((one) => one.startsWith(`${name}.worker`)) ?? '';
  const started = page.waitForEvent('worker', (worker) => worker.url().endsWith(file));
  await page.evaluate((path) => {
    new Worker(new URL(path, document.baseURI), { type: 'module' });
  }, `${folder}/${file}`);
  return started;
}
const startFetcher = (page: Page): Promise<Worker> => start(page, 'other-origin', 'fetch-model');

test('one worker alone may ask another server, with a policy or without, from the cache too', async ({
  page,
  baseURL,
}) => {
  const other = await startOther(await makeNetwork());
  const strict = await serveFolder(DIST, '/', { headersOf });
  const url = `${other.url}/tiny/model.json`;
  for (const host of [strict.url, baseURL ?? '']) {
    await page.goto(host);
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.evaluate(ask, url)).toBe('refused');
    const fetcher = await startFetcher(page);
    expect(await fetcher.evaluate(ask, url)).toBe('came');
    const forbidden = await fetcher.evaluate(violated, 'http://plain.example/');
    expect(forbidden).toBe(host === strict.url ? 'connect-src' : 'nothing');
  }
  // Served by the service worker, the file still brings its own policy.
  await page.goto(strict.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  strict.close();
  const fetcher = await startFetcher(page);
  expect(await fetcher.evaluate(ask, url)).toBe('came');
  expect(await fetcher.evaluate(violated, 'http://plain.example/')).toBe('connect-src');
  const another = await start(page, 'assets', 'browse');
  expect(await another.evaluate(violated, url)).toBe('connect-src');
  expect(await page.evaluate(ask, url)).toBe('refused');
  other.close();
});

test('comes from another server once it was agreed to, and reads the pictures', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const problems = watchProblems(page);
  const served = await makeNetwork();
  const other = await startOther(served);
  const strict = await serveFolder(DIST, '/hone/', {
    headersOf: (path) => headersOf(path.slice(5)),
  });
  await importPictures(page, strict.url);
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Use a network of yours' }).click();
  const address = page.getByLabel('Or the address of its model.json');
  const agree = page.getByRole('button', { name: `Ask ${other.host} for it` });
  for (const [path, words] of [
    ['closed', /lets no other page read its files/],
    ['none', /answered 404, there is no such file/],
    ['moved', /sends whoever asks .* on to another address/],
  ] as const) {
    await address.fill(`${other.url}/${path}/model.json`);
    await agree.click();
    await expect(page.getByText(words)).toBeVisible();
  }
  for (const [path, words] of [
    ['half', /weights\.bin did not come: the server answered 404/],
    ['long', /weights\.bin is longer than the model says/],
  ] as const) {
    await address.fill(`${other.url}/${path}/model.json`);
    await agree.click();
    await page.getByRole('button', { name: /^Fetch \d/ }).click();
    await expect(page.getByText(words)).toBeVisible();
  }
  // The browser writes every request that failed to its console.
  expect(problems.filter((text) => !/Failed to load|CORS policy/.test(text))).toEqual([]);
  problems.length = 0;
  other.asked.length = 0;
  await address.fill(`${other.url}/tiny/model.json`);
  await expect(
    page.getByText(/will see that you ask for it.*Nothing of yours is sent/),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(other.asked).toEqual([]);
  await agree.click();
  await expect(page.getByText(/Next come 1 weight file, \d+ bytes in all/)).toBeVisible();
  expect(other.asked.map((request) => request.url)).toEqual(['/tiny/model.json']);
  await page.getByRole('button', { name: /^Fetch \d/ }).click();
  const hash = createHash('sha256').update(served.model).update(served.weights).digest('hex');
  await expect(page.getByText(`SHA-256 of its files: ${hash}`)).toBeVisible();
  expect(other.asked.map((request) => request.url)).toEqual(
    ['model.json', 'weights.bin', 'LICENSE'].map((name) => `/tiny/${name}`),
  );
  for (const { headers } of other.asked)
    expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
  other.close();
  const use = page.getByRole('button', { name: 'Read all pictures by it' });
  await page.getByLabel('The SHA-256 it should have').fill('0'.repeat(64));
  await use.click();
  await expect(page.getByText(/The files are not the expected ones/)).toBeVisible();
  await page.getByLabel('The SHA-256 it should have').fill(hash);
  await use.click();
  await expect(page.getByText(/By a network you brought: model\.json/)).toBeVisible();
  await expect(page.getByText('Licence: Yours to use.')).toBeVisible();
  await expect(page.getByText(`Fetched once from ${other.url}/tiny/model.json.`)).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  strict.close();
  await page.reload();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByText('Licence: Yours to use.')).toBeVisible();
  await page.getByRole('link', { name: 'Label' }).click();
  await waitForQuestion(page);
  expect(problems).toEqual([]);
});
