import { describe, expect, it } from 'vitest';
import type { BadRow, Format, ReadOptions, SourceRow } from '../../src/formats/format.ts';
import { formats, sniffFormat } from '../../src/formats/index.ts';

/** A file of each format with two good rows, as its own tools would write it. */
const SAMPLES: Readonly<Record<keyof typeof formats, string>> = {
  csv: 'text,label\n"one, ""two""\nthree",fine\nGrüße 🙂,rude\n',
  tsv: 'text\tlabel\none\tfine\nGrüße 🙂\trude\n',
  json: '[{"text":"one","label":"fine"},{"text":"Grüße 🙂","label":"rude"}]',
  jsonl: '{"text":"one","label":"fine"}\n{"text":"Grüße 🙂","label":"rude"}\n',
  text: 'one\nGrüße 🙂\n',
};

interface Read {
  columns: readonly string[];
  rows: SourceRow[];
  bad: BadRow[];
}

function readIn(format: Format, parts: readonly string[], options?: ReadOptions): Read {
  const read: Read = { columns: [], rows: [], bad: [] };
  const reader = format.read(
    options ?? format.defaults(parts.join(''), `a.${format.extensions[0]}`),
    {
      columns: (names) => {
        read.columns = names;
      },
      row: (row) => void read.rows.push(row),
      bad: (row) => void read.bad.push(row),
    },
  );
  for (const part of parts) reader.push(part);
  reader.end();
  return read;
}

for (const [id, format] of Object.entries<Format>(formats)) {
  const sample = SAMPLES[id as keyof typeof formats];

  describe(`format ${id}`, () => {
    it('knows itself', () => {
      expect(format.id).toBe(id);
      expect(sniffFormat(sample, `a.${format.extensions[0]}`).id).toBe(id);
    });

    it('reads its rows', () => {
      const { rows, bad } = readIn(format, [sample]);
      expect(bad).toEqual([]);
      expect(rows).toHaveLength(2);
      expect(rows[1]?.values.text).toBe('Grüße 🙂');
    });

    it('does not care where the chunks are cut', () => {
      const whole = readIn(format, [sample]);
      for (let at = 1; at < sample.length; at++) {
        expect(
          readIn(format, [sample.slice(0, at), sample.slice(at)], format.defaults(sample, '')),
        ).toEqual(whole);
      }
      expect(readIn(format, [...sample], format.defaults(sample, ''))).toEqual(whole);
    });

    it('drops a byte-order mark', () => {
      const { rows, columns } = readIn(format, [`\uFEFF${sample}`]);
      expect(columns[0]).toBe('text');
      expect(rows).toHaveLength(2);
    });

    it('reads nothing from nothing', () => {
      expect(readIn(format, [''])).toMatchObject({ rows: [], bad: [] });
    });

    it('survives what it does not understand, and keeps objects clean', () => {
      const hostile = [
        '\0\0',
        '"',
        '{"__proto__":{"x":1}}',
        '<script>alert(1)</script>',
        '[[[[',
        'a\tb,c;d|e\n'.repeat(5),
      ];
      for (const text of hostile) readIn(format, [text]);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    });

    it('reads back what it writes', () => {
      const { write } = format;
      if (!write) return;
      const columns = id === 'text' ? ['text'] : ['text', 'label'];
      const rows = [
        { text: 'one "two", three;\tfour', label: '=1+1' },
        { text: 'Grüße 🙂', label: 'x' },
      ];
      const body = rows.map((row) => write.row(row, columns));
      const text = id === 'json' ? `[${body.join(',')}]` : write.header(columns) + body.join('');
      const defaults = format.defaults(text, 'a');
      const options = 'hasHeader' in defaults ? { ...defaults, hasHeader: true } : defaults;
      const read = readIn(format, [text], options);
      expect(read.bad).toEqual([]);
      expect(read.rows.map(({ values }) => values.text)).toEqual(rows.map((row) => row.text));
    });
  });
}
