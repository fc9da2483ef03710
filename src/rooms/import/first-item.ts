/** The first item as it will be asked about, put together like the worker does it. Pure. */
import type { Preview } from '../../../workers/api.ts';
import { columnsWith, type Roles } from './roles.ts';

export interface FirstItem {
  readonly text: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** The first previewed row with any text, or null. Content columns are joined by a blank line. */
export function firstItem(preview: Preview, roles: Roles): FirstItem | null {
  const order = preview.columns.map((column) => column.name);
  const inOrder = (names: readonly string[]): readonly string[] =>
    order.filter((name) => names.includes(name));
  const content = inOrder(columnsWith(roles, 'content'));
  for (const row of preview.rows) {
    const parts = content.map((name) => row[name]?.trim() ?? '').filter((part) => part !== '');
    if (parts.length === 0) continue;
    const fields = inOrder(columnsWith(roles, 'field'))
      .map((name) => ({ name, value: row[name] ?? '' }))
      .filter((field) => field.value !== '');
    return { text: parts.join('\n\n'), fields };
  }
  return null;
}
