import { delimitedWriter, readDelimited, sniffDelimiter, sniffHeader } from './delimited.ts';
import type { Format } from './format.ts';

export const tsv: Format = {
  id: 'tsv',
  label: 'TSV (values separated by tabs)',
  extensions: ['tsv', 'tab'],
  sniff(head, fileName) {
    if (/\.(tsv|tab)$/i.test(fileName)) return 0.92;
    return sniffDelimiter(head) === '\t' ? 0.7 : 0;
  },
  defaults: (head) => ({ delimiter: '\t', hasHeader: sniffHeader(head, '\t') }),
  read: (options, sink) =>
    readDelimited({ ...options, delimiter: options.delimiter ?? '\t' }, sink),
  write: delimitedWriter('\t'),
};
