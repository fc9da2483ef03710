import { delimitedWriter, readDelimited, sniffDelimiter, sniffHeader } from './delimited.ts';
import type { Format, ReadOptions, ReadSink } from './format.ts';

export const tsv = {
  id: 'tsv',
  label: 'TSV (values separated by tabs)',
  extensions: ['tsv', 'tab'],
  sniff(head: string, fileName: string) {
    if (/\.(tsv|tab)$/i.test(fileName)) return 0.92;
    return sniffDelimiter(head) === '\t' ? 0.7 : 0;
  },
  defaults: (head: string) => ({ delimiter: '\t', hasHeader: sniffHeader(head, '\t') }),
  read: (options: ReadOptions, sink: ReadSink) =>
    readDelimited({ ...options, delimiter: options.delimiter ?? '\t' }, sink),
  write: delimitedWriter('\t'),
} as const satisfies Format;
