/**
 * Fetches a network from an address that a person gave: model.json first, so that what else would be
 * asked for, and how large it is, can be shown before it is.
 */
import { readManifest } from '../../src/modalities/image/pretrained/manifest.ts';
import type { NamedBytes } from '../../src/modalities/image/pretrained/model-file.ts';
import type { Fetched, FetchedNetwork, FetchModelApi, NetworkPlan } from '../fetch-model-api.ts';
import { addressOf, besideOf } from './address.ts';
import { type Get, getBytes } from './get-bytes.ts';
import { Refusal } from './refusal.ts';

/** Topologies of large graphs are some megabytes of JSON. */
const MOST_MODEL_BYTES = 50_000_000;
/** More is no network for pictures on a tablet. */
const MOST_BYTES = 300_000_000;
const MOST_LICENCE_BYTES = 100_000;
const MOST_LICENCE_CHARACTERS = 4_000;

/** `get` is `fetch` but in tests. Nothing rejects but by a fault of ours. */
export function createFetchModelService(get: Get = (url, init) => fetch(url, init)): FetchModelApi {
  return {
    look: (address, base) => asValue(() => look(address, base, get)),
    fetchAll: (plan, onBytes) => asValue(() => fetchAll(plan, onBytes, get)),
  };
}

async function asValue<T>(run: () => Promise<T>): Promise<Fetched<T>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

async function look(address: string, base: string, get: Get): Promise<NetworkPlan> {
  const url = addressOf(address, base);
  const bytes = await getBytes(url, {
    get,
    mostBytes: MOST_MODEL_BYTES,
    tooMany: tooLarge(MOST_MODEL_BYTES),
  });
  const manifest = readManifest(bytes);
  // Hosts that answer every address with a page do so with "all is well".
  if (!manifest) throw new Refusal({ kind: 'no-model', name: url.pathname });
  if (manifest.bytes > MOST_BYTES) throw tooLarge(MOST_BYTES);
  return {
    url: url.href,
    model: { name: jsonName(url), bytes },
    weights: manifest.paths.map((name) => ({ name, url: besideOf(name, url.href).href })),
    weightBytes: manifest.bytes,
  };
}

/** Whoever reads the files looks for a .json; some servers name it otherwise. */
function jsonName({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) || 'model';
  return last.toLowerCase().endsWith('.json') ? last : `${last}.json`;
}

async function fetchAll(
  { url, model, weights, weightBytes }: NetworkPlan,
  onBytes: (bytes: number) => void,
  get: Get,
): Promise<FetchedNetwork> {
  const files: NamedBytes[] = [model];
  let sum = 0;
  for (const { name, url: from } of weights) {
    const bytes = await getBytes(new URL(from), {
      get,
      mostBytes: weightBytes - sum,
      tooMany: new Refusal({ kind: 'too-long', name }),
      onBytes: (here) => onBytes(sum + here),
    });
    sum += bytes.length;
    files.push({ name, bytes });
  }
  return { files, licence: await licenceBeside(url, get) };
}

async function licenceBeside(model: string, get: Get): Promise<string> {
  try {
    const bytes = await getBytes(besideOf('LICENSE', model), {
      get,
      mostBytes: MOST_LICENCE_BYTES,
      tooMany: tooLarge(MOST_LICENCE_BYTES),
    });
    const text = new TextDecoder().decode(bytes).trim();
    return /^<(!doctype|html)/i.test(text) ? '' : text.slice(0, MOST_LICENCE_CHARACTERS);
  } catch (error) {
    if (error instanceof Refusal) return '';
    throw error;
  }
}

function tooLarge(bytes: number): Refusal {
  return new Refusal({ kind: 'too-large', megabytes: bytes / 1e6 });
}
