/** A network from an address: what is asked, in which order, and a reason where it does not come. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readModelFiles } from '../../../src/modalities/image/pretrained/model-file.ts';
import { createFetchModelService } from '../../../workers/fetch-model/service.ts';
import type { FetchProblem } from '../../../workers/fetch-model-api.ts';

const BASE = 'https://school.example/hone/#/p/1/classes';
const modelOf = (paths: readonly string[], shape: readonly number[] = [3]): string =>
  JSON.stringify({
    modelTopology: { class_name: 'Sequential' },
    weightsManifest: [{ paths, weights: [{ name: 'w', shape, dtype: 'float32' }] }],
  });
const CDN = 'https://cdn.example/tiny';
const HOST: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  [`${CDN}/model.json?key=7`]: modelOf(['a.bin', 'b.bin']),
  [`${CDN}/a.bin?key=7`]: new Uint8Array(8),
  [`${CDN}/b.bin?key=7`]: new Uint8Array(4),
  [`${CDN}/LICENSE?key=7`]: ' Free to use. ',
  'https://school.example/hone/models/model': modelOf(['a.bin']),
  'https://school.example/hone/models/a.bin': new Uint8Array(12),
  'https://school.example/hone/models/LICENSE': '<!doctype html><title>Home</title>',
  'https://cdn.example/page.json': '<!doctype html><title>Home</title>',
  'https://cdn.example/away.json': modelOf(['a.bin', 'https://other.example/b.bin']),
  'https://cdn.example/half/model.json': modelOf(['a.bin', 'b.bin']),
  'https://cdn.example/half/a.bin': new Uint8Array(8),
  'https://cdn.example/long/model.json': modelOf(['a.bin']),
  'https://cdn.example/long/a.bin': new Uint8Array(13),
  'https://cdn.example/huge.json': modelOf(['a.bin'], [100_000_000]),
  'http://127.0.0.1:9/model.json': modelOf([]),
};

function host() {
  const asked: string[] = [];
  const inits: RequestInit[] = [];
  const service = createFetchModelService(async (url, init) => {
    asked.push(url);
    inits.push(init);
    const found = HOST[url];
    return found === undefined ? new Response('', { status: 404 }) : new Response(found);
  });
  return { asked, inits, service };
}

async function bring(address: string) {
  const { asked, inits, service } = host();
  const heard: number[] = [];
  const plan = await service.look(address, BASE);
  const askedFirst = [...asked];
  const found =
    'problem' in plan ? plan : await service.fetchAll(plan, (bytes) => heard.push(bytes));
  return { plan, found, asked, askedFirst, inits, heard };
}

const problemAt = async (address: string): Promise<FetchProblem | null> => {
  const { found } = await bring(address);
  return 'problem' in found ? found.problem : null;
};

describe('a network from an address', () => {
  it('asks for model.json alone, says what else there is, then fetches that and its licence', async () => {
    const { plan, found, asked, askedFirst, heard } = await bring(` ${CDN}/model.json?key=7#top `);
    if ('problem' in plan || 'problem' in found) throw new Error('it did not come');
    expect(askedFirst).toEqual([`${CDN}/model.json?key=7`]);
    expect(plan).toMatchObject({
      weightBytes: 12,
      weights: [{ name: 'a.bin' }, { name: 'b.bin' }],
    });
    expect(asked.slice(1)).toEqual(['a.bin', 'b.bin', 'LICENSE'].map((n) => `${CDN}/${n}?key=7`));
    expect(heard.at(-1)).toBe(12);
    expect(found.licence).toBe('Free to use.');
    const read = readModelFiles(found.files, { name: 'tiny', scale: '0..1', licence: '' });
    expect('problem' in read ? read.problem : read.weights.length).toBe(12);
  });

  it('takes nothing along and follows no redirect', async () => {
    const { inits } = await bring(`${CDN}/model.json?key=7`);
    expect(inits).toHaveLength(4);
    for (const init of inits) {
      expect(init).toMatchObject({
        method: 'GET',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
      });
      expect(init.headers).toBeUndefined();
      expect(init.body).toBeUndefined();
    }
    const moved = { type: 'opaqueredirect', ok: false, status: 0 } as Response;
    const service = createFetchModelService(async () => moved);
    expect(await service.look('https://cdn.example/m.json', BASE)).toEqual({
      problem: { kind: 'sends-on', name: '/m.json', host: 'cdn.example' },
    });
  });

  it('comes from beside Hone too, under a name that is no .json, past a page in place of a licence', async () => {
    const { found } = await bring('models/model');
    if ('problem' in found) throw new Error(found.problem.kind);
    expect(found.files.map(({ name }) => name)).toEqual(['model.json', 'a.bin']);
    expect(found.licence).toBe('');
  });

  it('asks nobody where the way is open, and no second server', async () => {
    for (const address of [
      'http://cdn.example/model.json',
      'data:application/json,{}',
      'file:///etc/model.json',
      'blob:https://school.example/1',
    ]) {
      const { asked, found } = await bring(address);
      expect(found).toMatchObject({ problem: { kind: 'not-safe' } });
      expect(asked).toEqual([]);
    }
    for (const address of ['', 'https://', 'https://me:secret@cdn.example/model.json']) {
      const { asked, found } = await bring(address);
      expect(found).toMatchObject({ problem: { kind: 'no-address' } });
      expect(asked).toEqual([]);
    }
    const { asked, found } = await bring('https://cdn.example/away.json');
    expect(found).toEqual({
      problem: { kind: 'elsewhere', host: 'other.example', own: 'cdn.example' },
    });
    expect(asked).toEqual(['https://cdn.example/away.json']);
    expect(await problemAt('http://127.0.0.1:9/model.json')).toBeNull();
  });

  it('says what did not come', async () => {
    expect(await problemAt('none.json')).toMatchObject({ kind: 'status', status: 404 });
    expect(await problemAt('https://cdn.example/half/model.json')).toMatchObject({
      kind: 'status',
      name: '/half/b.bin',
    });
    expect(await problemAt('https://cdn.example/page.json')).toMatchObject({ kind: 'no-model' });
    expect(await problemAt('https://cdn.example/long/model.json')).toEqual({
      kind: 'too-long',
      name: 'a.bin',
    });
    expect(await problemAt('https://cdn.example/huge.json')).toEqual({
      kind: 'too-large',
      megabytes: 300,
    });
    const cut = createFetchModelService(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await cut.look('https://cdn.example/m.json', BASE)).toMatchObject({
      problem: { kind: 'unreachable', host: 'cdn.example' },
    });
    const lost = new ReadableStream({ pull: (controller) => controller.error(new TypeError()) });
    const torn = createFetchModelService(async () => new Response(lost));
    expect(await torn.look('https://cdn.example/m.json', BASE)).toEqual({
      problem: { kind: 'cut', name: '/m.json' },
    });
  });
});

describe('a server that falls silent', () => {
  afterEach(() => vi.useRealTimers());

  it('is given up after half a minute, before its answer and amid it', async () => {
    vi.useFakeTimers();
    const never = createFetchModelService(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const look = never.look('https://cdn.example/m.json', BASE);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await look).toEqual({ problem: { kind: 'silent', name: '/m.json', seconds: 30 } });
    const amid = createFetchModelService(async (_, { signal }) => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(3));
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(body);
    });
    const half = amid.look('https://cdn.example/m.json', BASE);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await half).toMatchObject({ problem: { kind: 'silent' } });
  });
});
