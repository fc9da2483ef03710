import type { Item } from '../../domain/records.ts';

/** The extra fields of these items and those already shown, in the order met. Pure. */
export const fieldNames = (
  items: readonly Pick<Item, 'fields'>[],
  shown: readonly string[],
): readonly string[] => [
  ...new Set([...items.flatMap((item) => Object.keys(item.fields)), ...shown]),
];
