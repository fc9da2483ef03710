import { delimitedWriter, readDelimited, sniffDelimiter, sniffHeader } from './delimited.ts';
import type { Format } from './format.ts';

export const csv = {
  id: 'csv',
  label: 'CSV (values separated by commas, semicolons or bars)',
  extensions: ['csv', 'txt'],
  sniff(head: string, fileName: string) {
    const delimiter = sniffDelimiter(head);
    if (/\.csv$/i.test(fileName)) return 0.9;
    return delimiter && delimiter !== '\t' && !/^\s*[[{]/.test(head) ? 0.6 : 0;
  },
  defaults(head: string) {
    const delimiter = sniffDelimiter(head) ?? ',';
    return { delimiter, hasHeader: sniffHeader(head, delimiter) };
  },
  read: readDelimited,
  write: delimitedWriter(','),
} as const satisfies Format;
