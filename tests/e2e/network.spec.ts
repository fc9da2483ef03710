/** A network beside the app, by its address: fetched once, checked, kept; another server is never asked. */
import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { violations } from './axe.ts';
import { watchProblems } from './pages.ts';
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

async function serve(page: Page, { model, weights }: Served): Promise<string[]> {
  const asked: string[] = [];
  await page.context().route('**/models/tiny/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    asked.push(name);
    if (name === 'model.json') await route.fulfill({ body: model });
    else if (name === 'weights.bin') await route.fulfill({ body: weights });
    else if (name === 'LICENSE')
      await route.fulfill({ body: 'Yours to use.', contentType: 'text/plain' });
    else await route.fulfill({ status: 404 });
  });
  return asked;
}

test('comes from this server, with its licence, and reads the pictures', async ({ page }) => {
  test.setTimeout(180_000);
  const problems = watchProblems(page);
  const served = await makeNetwork();
  const asked = await serve(page, served);
  await importPictures(page);
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Use a network of yours' }).click();
  const address = page.getByLabel('Or its address beside Hone');
  const use = page.getByRole('button', { name: 'Read all pictures by it' });
  await address.fill('https://cdn.example/model.json');
  await use.click();
  await expect(page.getByText(/cdn\.example is another server.*drop them here/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await address.fill('models/tiny/model.json');
  await page.getByLabel('The SHA-256 it should have').fill('0'.repeat(64));
  await use.click();
  await expect(page.getByText(/The files are not the expected ones/)).toBeVisible();
  const hash = createHash('sha256').update(served.model).update(served.weights).digest('hex');
  await page.getByLabel('The SHA-256 it should have').fill(hash);
  await use.click();
  await expect(page.getByText(/By a network you brought: model\.json/)).toBeVisible();
  await expect(page.getByText('Licence: Yours to use.')).toBeVisible();
  expect(asked.slice(-3)).toEqual(['model.json', 'weights.bin', 'LICENSE']);
  expect(problems).toEqual([]);
});
