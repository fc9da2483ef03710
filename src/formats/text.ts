import { excerptOf } from './columns.ts';
import { type Format, MAX_CELL_CHARACTERS, type Reader, type ReadSink } from './format.ts';
import { splitLines } from './lines.ts';

export const text: Format = {
  id: 'text',
  label: 'Plain text (an item per line, or per file)',
  extensions: ['txt', 'text', 'md'],
  sniff: (_head, fileName) => (/\.(txt|text|md)$/i.test(fileName) ? 0.5 : 0.1),
  defaults: () => ({ unit: 'line' }),
  read(options, sink): Reader {
    sink.columns(['text']);
    return options.unit === 'file' ? readWhole(sink) : readLines(sink);
  },
  write: {
    header: () => '',
    row: (values, columns) =>
      `${String(values[columns[0] ?? 'text'] ?? '').replace(/\s*[\r\n]+\s*/g, ' ')}\n`,
  },
};

function give(sink: ReadSink, row: number, value: string): void {
  if (value.trim() === '') return;
  if (value.length <= MAX_CELL_CHARACTERS) {
    sink.row({ row, values: { text: value } });
    return;
  }
  const reason = `this text has ${value.length} characters; at most ${MAX_CELL_CHARACTERS} are read: split it`;
  sink.bad({ row, reason, excerpt: excerptOf(value) });
}

function readLines(sink: ReadSink): Reader {
  return splitLines((line, row) => give(sink, row, line));
}

function readWhole(sink: ReadSink): Reader {
  const parts: string[] = [];
  return {
    push: (chunk) => void parts.push(chunk),
    end: () => give(sink, 1, parts.join('').replace(/^\uFEFF/, '')),
  };
}
