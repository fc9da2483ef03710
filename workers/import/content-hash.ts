import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** First 32 hex digits of SHA-256 of the NFC text: what counts as the same content. */
export function contentHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.normalize('NFC')))).slice(0, 32);
}
