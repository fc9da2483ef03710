/** An item's content as cells of an exported row. */
import type { Item, ItemContent } from '../../src/domain/records.ts';

/** Columns for contents of a kind; the cells of a table go with its other fields. */
const COLUMNS: Readonly<Record<ItemContent['kind'], readonly string[]>> = {
  text: ['text'],
  table: [],
  image: ['file'],
  sound: ['file', 'start_seconds', 'duration_seconds'],
};

export function contentColumns(modality: string): readonly string[] {
  return (COLUMNS as Readonly<Record<string, readonly string[]>>)[modality] ?? [];
}

/** Whether items are files, which may be gone or damaged. */
export function hasFiles(modality: string): boolean {
  return contentColumns(modality).includes('file');
}

export function contentCells(content: ItemContent): Readonly<Record<string, unknown>> {
  switch (content.kind) {
    case 'text':
      return { text: content.text };
    case 'table':
      return {};
    case 'image':
      return { file: content.name };
    case 'sound':
      return {
        file: content.name,
        start_seconds: content.startMs / 1000,
        duration_seconds: content.durationMs / 1000,
      };
  }
}

/** What was imported beside the content and, of a table, the row itself. */
export function fieldsOf({ content, fields }: Item): Readonly<Record<string, string>> {
  return content.kind === 'table' ? { ...content.cells, ...fields } : fields;
}
