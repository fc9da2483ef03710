import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { text } from './text.ts';
import { tsv } from './tsv.ts';

/** Every file format Hone knows. A new one is listed here and is tested from then on. */
export const formats = { csv, tsv, json, jsonl, text } as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;

/** The format most sure of this beginning of a file; plain text takes what nobody claims. */
export function sniffFormat(head: string, fileName: string): Format {
  return Object.values<Format>(formats).reduce((best, format) =>
    format.sniff(head, fileName) > best.sniff(head, fileName) ? format : best,
  );
}
