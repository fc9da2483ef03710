import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Item } from '../../../../src/domain/records.ts';

/** Of an encoder and the items it was learned from. */
export function fingerprintOf(encoderId: string, seed: number, items: readonly Item[]): string {
  const hash = sha256.create().update(utf8ToBytes(`${encoderId}\n${seed}\n`));
  for (const item of items) hash.update(utf8ToBytes(item.hash));
  return bytesToHex(hash.digest()).slice(0, 32);
}
