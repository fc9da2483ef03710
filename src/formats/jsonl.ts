import { excerptOf } from './columns.ts';
import type { Format, Reader } from './format.ts';
import { splitLines } from './lines.ts';
import { createRecordSink } from './record-sink.ts';

export const jsonl: Format = {
  id: 'jsonl',
  label: 'JSONL (one JSON object per line)',
  extensions: ['jsonl', 'ndjson'],
  sniff(head, fileName) {
    const lines = head
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    const complete = lines.slice(0, Math.min(5, Math.max(1, lines.length - 1)));
    const isJson = complete.length > 0 && complete.every((line) => /^\s*\{.*\}\s*$/.test(line));
    if (/\.(jsonl|ndjson)$/i.test(fileName)) return 0.95;
    return isJson && lines.length > 1 ? 0.85 : 0;
  },
  defaults: () => ({}),
  read(_options, sink): Reader {
    const records = createRecordSink(sink);
    const lines = splitLines((line, row) => {
      if (line.trim() === '') return;
      try {
        records.value(row, JSON.parse(line), line);
      } catch {
        sink.bad({
          row,
          reason: 'this line is not valid JSON; each line must be one whole object',
          excerpt: excerptOf(line),
        });
      }
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
    row: (values) => `${JSON.stringify(values)}\n`,
  },
};
