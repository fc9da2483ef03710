import { readDelimited } from './delimited-read.ts';
import { sniffDelimiter, sniffHeader, tableDelimiter } from './delimited-sniff.ts';
import { delimitedWriter } from './delimited-write.ts';
import type { Format } from './format.ts';
import { looksLikeJson } from './json-start.ts';

export const csv = {
  id: 'csv',
  label: 'CSV (values separated by commas, semicolons or bars)',
  extensions: ['csv'],
  sniff(head: string, fileName: string) {
    if (looksLikeJson(head)) return 0;
    const delimiter = tableDelimiter(head);
    if (/\.csv$/i.test(fileName)) return delimiter === '\t' ? 0.6 : 0.9;
    return delimiter !== null && delimiter !== '\t' ? 0.7 : 0;
  },
  defaults(head: string) {
    const delimiter = sniffDelimiter(head) ?? ',';
    return { delimiter, hasHeader: sniffHeader(head, delimiter) };
  },
  read: readDelimited,
  write: delimitedWriter(','),
} as const satisfies Format;
