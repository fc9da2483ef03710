/** The first files of the sources as rows, and what they are. */
import type { Preview, SourceInput } from '../../api.ts';
import { readEntries } from '../entries.ts';
import { countValues } from '../guess-roles.ts';
import { FILE_COLUMN, FOLDER_COLUMN, fileRow } from './file-row.ts';
import { modalityOfFiles, whyNotOf } from './which-files.ts';

const ROWS = 400;
/** So many files that do not belong say enough. */
const BAD_ROWS = 400;
const ROWS_SHOWN = 50;
const SHOWN = 6;

/** Null when the sources are no pictures or recordings: then they are read as text. */
export async function previewFiles(sources: readonly SourceInput[]): Promise<Preview | null> {
  const modality = await modalityOfFiles(sources);
  if (modality === null) return null;
  const rows: Readonly<Record<string, string>>[] = [];
  const bad: Preview['bad'][number][] = [];
  const shown: { name: string; blob: Blob }[] = [];
  const isFull = (): boolean => rows.length >= ROWS || bad.length >= BAD_ROWS;
  for await (const entry of readEntries(sources, { between: async () => !isFull() })) {
    const reason = entry.kind === 'bad' ? entry.reason : await whyNotOf(modality, entry);
    if (entry.kind === 'bad' || reason !== null) {
      const row = rows.length + bad.length + 1;
      bad.push({ row, reason: reason ?? '', excerpt: entry.name });
    } else {
      rows.push(fileRow(entry.name));
      if (shown.length < SHOWN) shown.push({ name: entry.name, blob: entry.blob });
    }
    if (isFull()) break;
  }
  return toPreview({ modality, rows, bad, shown, sources });
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
