/** A file as a row of two columns, so that roles and labels work as they do for tables. */

export const FILE_COLUMN = 'file';
export const FOLDER_COLUMN = 'folder';

/** The folder is the last one of the path: what people sort by. */
export function fileRow(path: string): Readonly<Record<string, string>> {
  const parts = path.split('/').filter((part) => part !== '');
  return { [FILE_COLUMN]: parts.join('/'), [FOLDER_COLUMN]: parts.at(-2) ?? '' };
}
