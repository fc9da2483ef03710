/** Rows of formats whose columns are only known as the rows come (JSON, JSONL). */
import { excerptOf } from './excerpt.ts';
import { flattenValue } from './flatten.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, type ReadSink } from './format.ts';

export interface RecordSink {
  /** `source` is the row as found, for the excerpt; '' where it is not at hand. */
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
      const flat = flatten(value);
      const problem = 'problem' in flat ? flat.problem : problemOf(flat.values, known);
      if (problem !== null || !('values' in flat)) {
        const excerpt = excerptOf(source || outline(value));
        sink.bad({ row, reason: problem ?? 'it cannot be read', excerpt });
        return;
      }
      widen(Object.keys(flat.values));
      sink.row({ row, values: flat.values });
    },
    end() {
      if (!isAnnounced) sink.columns([]);
    },
  };
}

type Flat = { readonly values: Readonly<Record<string, string>> } | { readonly problem: string };

function flatten(value: unknown): Flat {
  try {
    return { values: flattenValue(value) };
  } catch {
    return { problem: 'its values are nested too deeply to be read; flatten them first' };
  }
}

/** Names and the first values: enough to find the row again. */
function outline(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  const parts = Object.entries(value).slice(0, 8);
  return parts
    .map(
      ([name, part]) => `${name}: ${typeof part === 'object' ? '…' : excerptOf(String(part), 60)}`,
    )
    .join(' · ');
}

function problemOf(
  values: Readonly<Record<string, string>>,
  known: ReadonlySet<string>,
): string | null {
  const names = Object.keys(values);
  const width = known.size + names.filter((name) => !known.has(name)).length;
  if (width > MAX_COLUMNS) {
    return `with this row the file has ${width} fields; Hone reads at most ${MAX_COLUMNS}`;
  }
  const long = names.find((name) => (values[name]?.length ?? 0) > MAX_CELL_CHARACTERS);
  if (long === undefined) return null;
  return `the value of ${excerptOf(long, 60)} has ${values[long]?.length} characters; at most ${MAX_CELL_CHARACTERS} are read: shorten or split it`;
}
