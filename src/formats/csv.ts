import { delimitedWriter, readDelimited, sniffDelimiter, sniffHeader } from './delimited.ts';
import type { Format } from './format.ts';

export const csv: Format = {
  id: 'csv',
  label: 'CSV (values separated by commas, semicolons or bars)',
  extensions: ['csv', 'txt'],
  sniff(head, fileName) {
    const delimiter = sniffDelimiter(head);
    if (/\.csv$/i.test(fileName)) return 0.9;
    return delimiter && delimiter !== '\t' && !/^\s*[[{]/.test(head) ? 0.6 : 0;
  },
  defaults(head) {
    const delimiter = sniffDelimiter(head) ?? ',';
    return { delimiter, hasHeader: sniffHeader(head, delimiter) };
  },
  read: readDelimited,
  write: delimitedWriter(','),
};
