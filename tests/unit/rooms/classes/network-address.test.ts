/** A network from an address: this host alone, every file of it, and a reason where it does not come. */
import { describe, expect, it } from 'vitest';
import { readModelFiles } from '../../../../src/modalities/image/pretrained/model-file.ts';
import { storeNetwork } from '../../../../src/rooms/classes/network.ts';
import { fetchNetwork } from '../../../../src/rooms/classes/network-address.ts';

const BASE = 'https://school.example/hone/#/p/1/classes';
const MODEL = JSON.stringify({
  modelTopology: { class_name: 'Sequential' },
  weightsManifest: [
    { paths: ['a.bin', 'b.bin'], weights: [{ name: 'w', shape: [3], dtype: 'float32' }] },
  ],
});
const HOST: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  'https://school.example/hone/models/tiny/model.json': MODEL,
  'https://school.example/hone/models/tiny/a.bin': new Uint8Array(8),
  'https://school.example/hone/models/tiny/b.bin': new Uint8Array(4),
  'https://school.example/hone/models/tiny/LICENSE': ' Free to use. ',
  'https://school.example/hone/page/model.json': '<!doctype html><title>Home</title>',
  'https://school.example/hone/half/model.json': MODEL,
  'https://school.example/hone/away/model.json': MODEL.replace(
    'a.bin',
    'https://cdn.example/a.bin',
  ),
};

function host() {
  const asked: string[] = [];
  const get = async (url: string): Promise<Response> => {
    asked.push(url);
    const found = HOST[url];
    return found === undefined ? new Response('', { status: 404 }) : new Response(found);
  };
  return { asked, get, fetch: (address: string) => fetchNetwork(address, { base: BASE, get }) };
}

const problemAt = async (address: string): Promise<string> => {
  const found = await host().fetch(address);
  return 'problem' in found ? found.problem : '';
};

describe('a network from an address', () => {
  it('brings its weights in order and its licence', async () => {
    const found = await host().fetch(' models/tiny/model.json ');
    if ('problem' in found) throw new Error(found.problem);
    expect(found.files.map(({ name }) => name)).toEqual(['model.json', 'a.bin', 'b.bin']);
    expect(found.licence).toBe('Free to use.');
    const read = readModelFiles(found.files, { name: 'tiny', scale: '0..1', licence: '' });
    expect('problem' in read ? read.problem : read.weights.length).toBe(12);
  });

  it('asks no other server for anything, and says the way out', async () => {
    for (const address of [
      'https://cdn.example/model.json',
      '//cdn.example/model.json',
      'data:application/json,{}',
      'file:///etc/model.json',
    ]) {
      const { asked, fetch } = host();
      const found = await fetch(address);
      expect('problem' in found && found.problem).toMatch(/another server.*drop them here/s);
      expect(asked).toEqual([]);
    }
    const { asked, fetch } = host();
    expect(await fetch('away/model.json')).toMatchObject({
      problem: expect.stringContaining('cdn.example is another server'),
    });
    expect(asked).toEqual(['https://school.example/hone/away/model.json']);
  });

  it('says what did not come', async () => {
    expect(await problemAt('')).toContain('is no address');
    expect(await problemAt('nothing/model.json')).toContain('answered 404, there is no such file');
    expect(await problemAt('half/model.json')).toMatch(/half\/a\.bin could not be fetched/);
    expect(await problemAt('page/model.json')).toContain('is no JSON');
    const cut = await fetchNetwork('x.json', {
      base: BASE,
      get: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    expect('problem' in cut && cut.problem).toContain('the network is off');
  });

  it('is stored only with the SHA-256 that it should have', async () => {
    const found = await host().fetch('models/tiny/model.json');
    if ('problem' in found) throw new Error(found.problem);
    const stored: unknown[] = [];
    const services = {
      storage: { files: { add: async (files: readonly unknown[]) => void stored.push(...files) } },
    } as unknown as Parameters<typeof storeNetwork>[0];
    const choices = { ...found, name: 'tiny', scale: '0..1', licence: '' } as const;
    const session = { id: 'p' } as unknown as Parameters<typeof storeNetwork>[1];
    const wrong = await storeNetwork(services, session, { ...choices, expected: 'f'.repeat(64) });
    const hash = 'problem' in wrong ? /[0-9a-f]{64}/.exec(wrong.problem)?.[0] : undefined;
    expect(hash).toBeDefined();
    expect(stored).toEqual([]);
    const right = await storeNetwork(services, session, {
      ...choices,
      expected: ` ${hash?.toUpperCase()} `,
    });
    expect(right).toMatchObject({ encoder: expect.stringMatching(/^network:[0-9a-f]{64}$/) });
    expect(stored).toHaveLength(1);
  });
});
