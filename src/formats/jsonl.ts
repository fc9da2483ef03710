import { excerptOf } from './excerpt.ts';
import type { Format, Reader } from './format.ts';
import { isWholeValue, startsWithJsonLines } from './json-start.ts';
import { splitLines } from './lines.ts';
import { createRecordSink } from './record-sink.ts';

export const jsonl = {
  id: 'jsonl',
  label: 'JSONL (one JSON object per line)',
  extensions: ['jsonl', 'ndjson'],
  sniff(head: string, fileName: string) {
    if (startsWithJsonLines(head)) return head.trimStart().startsWith('"') ? 0.65 : 0.97;
    const isNamed = /\.(jsonl|ndjson)$/i.test(fileName);
    if (!isNamed) return 0;
    return isWholeValue(head.replace(/^\uFEFF/, '').split('\n', 1)[0] ?? '') ? 0.97 : 0.85;
  },
  defaults: () => ({}),
  read(_options: unknown, sink): Reader {
    const records = createRecordSink(sink);
    const lines = splitLines((line, row) => {
      if (line.trim() === '') return;
      const parsed = parseLine(line);
      if ('value' in parsed) records.value(row, parsed.value, line);
      else sink.bad({ row, reason: parsed.reason, excerpt: excerptOf(line) });
    });
    return {
      push: lines.push,
      end() {
        lines.end();
        records.end();
      },
    };
  },
  write: {
    header: () => '',
    row: (values: Readonly<Record<string, unknown>>) => `${JSON.stringify(values)}\n`,
    footer: () => '',
  },
} as const satisfies Format;

function parseLine(line: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    const detail = error instanceof Error ? ` (${excerptOf(error.message, 120)})` : '';
    return {
      reason: `this line is not valid JSON; each line must be one whole object or text${detail}`,
    };
  }
}
