import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { contentKey } from '../domain/content.ts';
import type { BlobHash, ItemContent } from '../domain/records.ts';

/** SHA-256 of a text in UTF-8, as hex digits; synchronous, since commands are. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** First 32 hex digits of SHA-256 of the NFC text: what counts as the same content. */
export function contentHash(text: string): string {
  return digest(text.normalize('NFC')).slice(0, 32);
}

/** Of a text its letters, of a row its cells, of a file its bytes. */
export function hashOfContent(content: ItemContent): string {
  return contentHash(contentKey(content));
}

/** Names a file to be stored: hex SHA-256 of its bytes. */
export async function fileHash(blob: Blob): Promise<BlobHash> {
  return bytesToHex(sha256(new Uint8Array(await blob.arrayBuffer()))) as BlobHash;
}
