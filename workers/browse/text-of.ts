import { folded } from '../../src/domain/browse/needles.ts';
import type { Item } from '../../src/domain/records.ts';

/** Everything of an item that words can be looked for in: contents, fields, file name, own id. Folded. */
export function textOf({ content, fields, externalId }: Item): string {
  const own =
    content.kind === 'text'
      ? [content.text]
      : content.kind === 'table'
        ? Object.values(content.cells)
        : [content.name];
  return folded([...own, ...Object.values(fields), externalId ?? ''].join('\n'));
}
