/** Which addresses may be asked at all: the policy of the worker says the same (`public/_headers`). */
import { Refusal } from './refusal.ts';

/** Names of this device: what is asked there passes over no wire, so it needs no https. */
const LOOPBACK = ['localhost', '127.0.0.1'];

/** Throws a `Refusal` for what is no address, holds a name and password, or would travel in the open. */
export function addressOf(address: string, base: string): URL {
  const text = address.trim();
  const url = text !== '' && URL.canParse(text, base) ? new URL(text, base) : null;
  if (url?.username !== '' || url.password !== '') throw new Refusal({ kind: 'no-address', text });
  const isNear = LOOPBACK.includes(url.hostname) || url.origin === new URL(base).origin;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear))
    throw new Refusal({ kind: 'not-safe', host: url.host || url.protocol });
  url.hash = '';
  return url;
}

/** A file that model.json names: beside it, on the same server, with its query (as tfjs itself does). */
export function besideOf(path: string, model: string): URL {
  if (!URL.canParse(path, model)) throw new Refusal({ kind: 'no-address', text: path });
  const from = new URL(model);
  const url = new URL(path, model);
  if (url.origin !== from.origin)
    throw new Refusal({ kind: 'elsewhere', host: url.host || url.protocol, own: from.host });
  if (url.search === '') url.search = from.search;
  return url;
}
