import { readDelimited } from './delimited-read.ts';
import { sniffHeader, tableDelimiter } from './delimited-sniff.ts';
import { delimitedWriter } from './delimited-write.ts';
import type { Format, ReadOptions, ReadSink } from './format.ts';
import { looksLikeJson } from './json-start.ts';

export const tsv = {
  id: 'tsv',
  label: 'TSV (values separated by tabs)',
  extensions: ['tsv', 'tab'],
  sniff(head: string, fileName: string) {
    if (looksLikeJson(head)) return 0;
    if (/\.(tsv|tab)$/i.test(fileName)) return 0.92;
    return tableDelimiter(head) === '\t' ? 0.8 : 0;
  },
  defaults: (head: string) => ({ delimiter: '\t', hasHeader: sniffHeader(head, '\t') }),
  read: (options: ReadOptions, sink: ReadSink) =>
    readDelimited({ ...options, delimiter: options.delimiter ?? '\t' }, sink),
  write: delimitedWriter('\t'),
} as const satisfies Format;
