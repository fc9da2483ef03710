/** The steps of fetching a network, in words; what was cancelled is never heard of again. */
import { describe, expect, it } from 'vitest';
import type { ModelFetcher } from '../../../../src/engine/model-fetcher.ts';
import { hashOfFiles, storeNetwork } from '../../../../src/rooms/classes/network.ts';
import { createNetworkFetch, hostOf } from '../../../../src/rooms/classes/network-fetch.ts';
import { createFetchModelService } from '../../../../workers/fetch-model/service.ts';

const BASE = 'https://school.example/hone/#/p/1/classes';
const MODEL = JSON.stringify({
  modelTopology: { class_name: 'Sequential' },
  weightsManifest: [{ paths: ['a.bin'], weights: [{ name: 'w', shape: [3], dtype: 'float32' }] }],
});

/** The real service behind a host that answers when it is told to. */
function setUp(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  const disposed: number[] = [];
  let opened = 0;
  let hold: Promise<void> = Promise.resolve();
  const open = (): ModelFetcher => {
    opened += 1;
    const own = opened;
    const service = createFetchModelService(async (url) => {
      await hold;
      const found = files[new URL(url).pathname];
      return found === undefined ? new Response('', { status: 404 }) : new Response(found);
    });
    return { ...service, dispose: () => void disposed.push(own) };
  };
  const fetch = createNetworkFetch(open, BASE);
  return {
    fetch,
    disposed,
    pause() {
      let go: () => void = () => undefined;
      hold = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
  };
}

const FILES = { '/m.json': MODEL, '/a.bin': new Uint8Array(12), '/LICENSE': 'Free.' };

describe('fetching a network', () => {
  it('goes step by step, and keeps address (without its key) and hash', async () => {
    const { fetch, disposed } = setUp(FILES);
    fetch.setAddress('https://cdn.example/m.json?key=secret');
    const looking = fetch.look();
    expect(fetch.step.value).toEqual({ at: 'looking', host: 'cdn.example' });
    await looking;
    expect(fetch.step.value).toMatchObject({ at: 'planned', plan: { weightBytes: 12 } });
    await fetch.fetchAll();
    const step = fetch.step.value;
    if (step.at !== 'here') throw new Error(step.at);
    expect(step.network).toMatchObject({ source: 'https://cdn.example/m.json', licence: 'Free.' });
    expect(step.network.hash).toBe(await hashOfFiles(step.network.files));
    expect(disposed).toEqual([1, 2]);
  });

  it('says what went wrong, and starts over', async () => {
    const { fetch } = setUp({ '/m.json': MODEL });
    fetch.setAddress('https://cdn.example/none.json');
    await fetch.look();
    expect(fetch.step.value.at).toBe('start');
    expect(fetch.problem.value).toContain('answered 404, there is no such file');
    fetch.setAddress('https://cdn.example/m.json');
    expect(fetch.problem.value).toBeNull();
    await fetch.look();
    await fetch.fetchAll();
    expect(fetch.problem.value).toMatch(/a\.bin did not come/);
  });

  it('ends the worker when cancelled or given another address', async () => {
    const { fetch, disposed, pause } = setUp(FILES);
    fetch.setAddress('https://cdn.example/m.json');
    const go = pause();
    const looking = fetch.look();
    fetch.cancel();
    expect(disposed).toEqual([1]);
    go();
    await looking;
    expect(fetch.step.value.at).toBe('start');
    await fetch.look();
    fetch.setAddress('https://cdn.example/other.json');
    expect(fetch.step.value.at).toBe('start');
  });

  it('knows whom it would ask', () => {
    expect(hostOf(' https://cdn.example:8/m.json', BASE)).toBe('cdn.example:8');
    expect(hostOf('models/m.json', BASE)).toBe('school.example');
    expect(hostOf('  ', BASE)).toBeNull();
    expect(hostOf('data:,x', BASE)).toBeNull();
  });
});

describe('storing a network', () => {
  it('takes it only with the SHA-256 that it should have', async () => {
    const text = new TextEncoder();
    const files = [
      { name: 'm.json', bytes: text.encode(MODEL) },
      { name: 'a.bin', bytes: new Uint8Array(12) },
    ];
    const stored: unknown[] = [];
    const services = {
      storage: { files: { add: async (some: readonly unknown[]) => void stored.push(...some) } },
    } as unknown as Parameters<typeof storeNetwork>[0];
    const choices = { files, name: 'm.json', scale: '0..1', licence: '' } as const;
    const session = { id: 'p' } as unknown as Parameters<typeof storeNetwork>[1];
    const hash = await hashOfFiles(files);
    const wrong = await storeNetwork(services, session, { ...choices, expected: 'f'.repeat(64) });
    expect('problem' in wrong && wrong.problem).toContain(hash);
    expect(stored).toEqual([]);
    const right = await storeNetwork(services, session, {
      ...choices,
      expected: ` ${hash.toUpperCase()} `,
    });
    expect(right).toMatchObject({ encoder: expect.stringMatching(/^network:[0-9a-f]{64}$/) });
    expect(stored).toHaveLength(1);
  });
});
