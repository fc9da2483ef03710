/** Rows of formats whose columns are only known as the rows come (JSON, JSONL). */
import { excerptOf } from './columns.ts';
import { flattenValue } from './flatten.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, type ReadSink } from './format.ts';

export interface RecordSink {
  value(row: number, value: unknown, source: string): void;
  end(): void;
}

export function createRecordSink(sink: ReadSink): RecordSink {
  const columns: string[] = [];
  const known = new Set<string>();
  let isAnnounced = false;
  const widen = (names: readonly string[]): void => {
    const fresh = names.filter((name) => !known.has(name));
    for (const name of fresh) {
      known.add(name);
      columns.push(name);
    }
    if (fresh.length > 0 || !isAnnounced) sink.columns([...columns]);
    isAnnounced = true;
  };
  return {
    value(row, value, source) {
      const values = flattenValue(value);
      const names = Object.keys(values);
      const problem = problemOf(
        values,
        known.size + names.filter((name) => !known.has(name)).length,
      );
      if (problem) {
        sink.bad({ row, reason: problem, excerpt: excerptOf(source) });
        return;
      }
      widen(names);
      sink.row({ row, values });
    },
    end() {
      if (!isAnnounced) sink.columns([]);
    },
  };
}

function problemOf(values: Readonly<Record<string, string>>, width: number): string | null {
  if (width > MAX_COLUMNS) {
    return `with this row the file has ${width} fields; Hone reads at most ${MAX_COLUMNS}`;
  }
  const long = Object.keys(values).find(
    (name) => (values[name]?.length ?? 0) > MAX_CELL_CHARACTERS,
  );
  if (long === undefined) return null;
  return `the value of ${long} has ${values[long]?.length} characters; at most ${MAX_CELL_CHARACTERS} are read`;
}
