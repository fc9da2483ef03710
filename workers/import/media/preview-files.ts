/** The first files of the sources as rows, and what they are. */
import type { Preview, SourceInput } from '../../api.ts';
import { readEntries } from '../entries.ts';
import { countValues } from '../guess-roles.ts';
import { FILE_COLUMN, FOLDER_COLUMN, fileRow } from './file-row.ts';
import { recogniseMedia } from './index.ts';

const ROWS = 400;
const ROWS_SHOWN = 50;
const SHOWN = 6;

/** Null when the sources are no pictures or recordings: then they are read as text. */
export async function previewFiles(sources: readonly SourceInput[]): Promise<Preview | null> {
  const rows: Readonly<Record<string, string>>[] = [];
  const bad: Preview['bad'][number][] = [];
  const shown: { name: string; blob: Blob }[] = [];
  let modality: string | null = null;
  const between = async (): Promise<boolean> => rows.length < ROWS;
  for await (const entry of readEntries(sources, { between })) {
    const row = rows.length + bad.length + 1;
    if (entry.kind === 'bad') {
      bad.push({ row, reason: entry.reason, excerpt: entry.name });
      continue;
    }
    const own = await recogniseMedia(entry.name, entry.blob);
    modality ??= own;
    if (own === null && modality === null) return null;
    if (own !== modality) {
      bad.push({ row, reason: 'it is of another kind than the first file', excerpt: entry.name });
      continue;
    }
    rows.push(fileRow(entry.name));
    if (shown.length < SHOWN) shown.push({ name: entry.name, blob: entry.blob });
    if (rows.length >= ROWS) break;
  }
  return modality === null ? null : toPreview({ modality, rows, bad, shown, sources });
}

interface Found {
  readonly modality: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly bad: Preview['bad'];
  readonly shown: readonly { readonly name: string; readonly blob: Blob }[];
  readonly sources: readonly SourceInput[];
}

function toPreview({ modality, rows, bad, shown, sources }: Found): Preview {
  const column = (name: string): readonly string[] => rows.map((row) => row[name] ?? '');
  const folders = countValues(column(FOLDER_COLUMN), ROWS);
  const describe = (name: string, guess: Preview['columns'][number]['guess']) => ({
    name,
    guess,
    type: 'text' as const,
    distinct: countValues(column(name), ROWS),
    filled: column(name).filter((value) => value !== '').length,
  });
  return {
    format: 'files',
    modalities: [modality],
    encoding: '',
    delimiter: null,
    hasHeader: null,
    unit: null,
    columns: [
      describe(FILE_COLUMN, 'content'),
      describe(FOLDER_COLUMN, folders.length >= 2 ? 'label' : 'field'),
    ],
    rows: rows.slice(0, ROWS_SHOWN),
    files: shown,
    bad,
    sizeBytes: sources.reduce((sum, { blob }) => sum + blob.size, 0),
    warnings: [],
  };
}
