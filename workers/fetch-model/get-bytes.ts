/** One GET that takes nothing along and says why it failed. */
import { Refusal } from './refusal.ts';

/** A server that says nothing for so long has been lost. */
const SILENCE_SECONDS = 30;

export type Get = (url: string, init: RequestInit) => Promise<Response>;

export interface GetOptions {
  readonly get: Get;
  /** More than this is read no further. */
  readonly mostBytes: number;
  readonly tooMany: Refusal;
  readonly onBytes?: (bytes: number) => void;
}

/** No cookie, no referrer; a redirect is not followed, since it may lead to a server nobody agreed to. */
const INIT = {
  method: 'GET',
  mode: 'cors',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'manual',
  cache: 'no-store',
} as const satisfies RequestInit;

/** Throws a `Refusal`. */
export async function getBytes(url: URL, options: GetOptions): Promise<Uint8Array<ArrayBuffer>> {
  const watch = createWatch(url.pathname);
  try {
    const response = await answerOf(url, options.get, watch);
    const announced = Number(response.headers.get('content-length') ?? 0);
    if (announced > options.mostBytes) throw options.tooMany;
    return await readAll(response, options, watch);
  } finally {
    watch.end();
  }
}

async function answerOf(url: URL, get: Get, watch: Watch): Promise<Response> {
  const { pathname: name, host } = url;
  const response = await get(url.href, { ...INIT, signal: watch.signal }).catch(() => {
    throw watch.silence() ?? new Refusal({ kind: 'unreachable', name, host });
  });
  if (response.type === 'opaqueredirect') throw new Refusal({ kind: 'sends-on', name, host });
  if (!response.ok) throw new Refusal({ kind: 'status', name, status: response.status });
  return response;
}

async function readAll(
  response: Response,
  { mostBytes, tooMany, onBytes }: GetOptions,
  watch: Watch,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw watch.silence() ?? new Refusal({ kind: 'cut', name: watch.name });
    });
    if (done) break;
    watch.heard();
    bytes += value.length;
    if (bytes > mostBytes) {
      void reader.cancel();
      throw tooMany;
    }
    parts.push(value);
    onBytes?.(bytes);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

interface Watch {
  /** Of what is asked for. */
  readonly name: string;
  readonly signal: AbortSignal;
  heard(): void;
  silence(): Refusal | null;
  end(): void;
}

/** Ends a request when nothing has come for a while, however long the whole may take. */
function createWatch(name: string): Watch {
  const controller = new AbortController();
  const begin = () => setTimeout(() => controller.abort(), SILENCE_SECONDS * 1000);
  let timer = begin();
  return {
    name,
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      timer = begin();
    },
    silence: () =>
      controller.signal.aborted
        ? new Refusal({ kind: 'silent', name, seconds: SILENCE_SECONDS })
        : null,
    end: () => clearTimeout(timer),
  };
}
