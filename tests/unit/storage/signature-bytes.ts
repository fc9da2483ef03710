import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Bytes that hardly shrink and hold, again and again, what begins the records of a ZIP. */
export function signatureBytes(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  const signatures = [
    [3, 4],
    [7, 8],
    [1, 2],
    [5, 6],
    [6, 6],
  ];
  for (const [n, [a, b]] of signatures.entries()) {
    for (let at = 100 * (n + 1); at + 4 <= length; at += 5_003)
      bytes.set([0x50, 0x4b, a as number, b as number], at);
  }
  return bytes;
}

export async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** To compare by: comparing large arrays number by number takes minutes. */
export function digests(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, bytesToHex(sha256(bytes))]),
  );
}
