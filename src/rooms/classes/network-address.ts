/**
 * A network from an address, for who hosts Hone with a model beside it: fetched once, when a person asks,
 * from this very host. The page's policy forbids every other, for all of Hone, and so it is said.
 */
import type { NamedBytes } from '../../modalities/image/pretrained/model-file.ts';
import { strings } from './strings.ts';

const said = strings.settings.encoder.address;
/** More is no network for pictures on a tablet. */
const MOST_BYTES = 300_000_000;
const MOST_LICENCE_CHARACTERS = 4_000;

export interface FetchParts {
  /** Where the app lies: addresses are read from there. */
  readonly base: string;
  readonly get: (url: string) => Promise<Response>;
}

export interface FetchedNetwork {
  /** model.json, then the weight files in its order. */
  readonly files: readonly NamedBytes[];
  /** What a file named LICENSE beside the model says; '' = there is none. */
  readonly licence: string;
}

/** Never rejects: what went wrong is in words for the person. */
export async function fetchNetwork(
  address: string,
  parts: FetchParts,
): Promise<FetchedNetwork | { readonly problem: string }> {
  try {
    const url = urlOf(address, parts.base);
    const model = await fetchBytes(url, parts);
    const files: NamedBytes[] = [{ name: fileName(url), bytes: model }];
    let bytes = model.length;
    for (const path of weightPaths(model, url)) {
      const part = await fetchBytes(urlOf(path, url), parts);
      files.push({ name: path, bytes: part });
      bytes += part.length;
      if (bytes > MOST_BYTES) throw new Refusal(said.tooLarge(MOST_BYTES / 1e6));
    }
    return { files, licence: await licenceBeside(url, parts) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

/** Expected: a reason in plain words. */
class Refusal extends Error {}

/** On this host, or it is refused before anything is asked for. */
function urlOf(address: string, base: string): string {
  const url = URL.canParse(address.trim(), base) ? new URL(address.trim(), base) : null;
  if (!url || address.trim() === '') throw new Refusal(said.noAddress(address));
  const own = new URL(base);
  if (url.origin !== own.origin)
    throw new Refusal(said.elsewhere(url.host || url.protocol, own.host));
  return url.href;
}

async function fetchBytes(url: string, { get }: FetchParts): Promise<Uint8Array<ArrayBuffer>> {
  const response = await get(url).catch(() => null);
  const name = new URL(url).pathname;
  if (!response) throw new Refusal(said.unreachable(name));
  if (!response.ok) throw new Refusal(said.status(name, response.status));
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES)
    throw new Refusal(said.tooLarge(MOST_BYTES / 1e6));
  return new Uint8Array(await response.arrayBuffer());
}

/** Of the manifest; [] where this is no model: whoever checks the files says so. */
function weightPaths(model: Uint8Array, url: string): readonly string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(model));
  } catch {
    // Hosts that answer every address with a page do so with "all is well".
    throw new Refusal(said.noModel(new URL(url).pathname));
  }
  const manifest = (parsed as { weightsManifest?: unknown } | null)?.weightsManifest;
  const groups = Array.isArray(manifest) ? (manifest as { paths?: unknown }[]) : [];
  return groups.flatMap(({ paths }) => (Array.isArray(paths) ? paths.map(String) : []));
}

async function licenceBeside(url: string, { get }: FetchParts): Promise<string> {
  const response = await get(new URL('LICENSE', url).href).catch(() => null);
  const isPage = response?.headers.get('content-type')?.includes('html') ?? false;
  if (!response?.ok || isPage) return '';
  return (await response.text()).trim().slice(0, MOST_LICENCE_CHARACTERS);
}

function fileName(url: string): string {
  return new URL(url).pathname.split('/').at(-1) || 'model.json';
}
