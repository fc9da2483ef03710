/**
 * Parquet as lines of JSON, so that everything after it is the same as for any other file of rows.
 * Read row group by row group: a large file is never whole in memory as objects.
 */
import { ImportFailure } from './failure.ts';

const MAGIC = [0x50, 0x41, 0x52, 0x31];
const ROWS_AT_ONCE = 10_000;

export async function isParquet(blob: Blob): Promise<boolean> {
  const head = new Uint8Array(await blob.slice(0, MAGIC.length).arrayBuffer());
  return MAGIC.every((byte, i) => head[i] === byte);
}

/** A file is looked at, scanned and read: it is unpacked once. */
const known = new WeakMap<Blob, Promise<Blob>>();

export function parquetAsLines(name: string, blob: Blob): Promise<Blob> {
  const found = known.get(blob) ?? unpack(name, blob);
  known.set(blob, found);
  return found;
}

async function unpack(name: string, blob: Blob): Promise<Blob> {
  const [{ parquetMetadataAsync, parquetReadObjects }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  const file = {
    byteLength: blob.size,
    slice: (from: number, to?: number) => blob.slice(from, to).arrayBuffer(),
  };
  try {
    const metadata = await parquetMetadataAsync(file);
    const rows = Number(metadata.num_rows);
    const parts: Blob[] = [];
    for (let rowStart = 0; rowStart < rows; rowStart += ROWS_AT_ONCE) {
      const rowEnd = Math.min(rows, rowStart + ROWS_AT_ONCE);
      const objects = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
      parts.push(new Blob([objects.map(toLine).join('')]));
    }
    return new Blob(parts);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportFailure(
      'bad-input',
      `${name} begins as a Parquet file but cannot be read (${reason}). It may be cut off; save it anew, or as CSV.`,
    );
  }
}

function toLine(row: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(row, (_key, value: unknown) => plain(value))}\n`;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return value;
}
