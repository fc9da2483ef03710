/**
 * Items side by side as columns: what hundreds of rows share (names of cells and fields, classes) is
 * kept once, and a disk writes one value where it wrote hundreds. `unpackItem(packItems(items), i)`
 * equals `items[i]`.
 */
import type { ClassId, Item, ItemContent, ItemId } from '../../domain/records.ts';

/** The same for all items of a pack. */
export type SharedFacts = Pick<Item, 'projectId' | 'importId'>;
/** What is packed: the place is where the pack lies. */
export type PackableItem = Omit<Item, 'ordinal' | keyof SharedFacts>;

type Strings = readonly string[];
type Names = Readonly<Record<string, string>>;

type PackedNames =
  | { readonly kind: 'columns'; readonly names: Strings; readonly columns: readonly Strings[] }
  | { readonly kind: 'rows'; readonly rows: readonly Names[] };

type PackedContents =
  | { readonly kind: 'text'; readonly texts: Strings }
  | { readonly kind: 'table'; readonly cells: PackedNames }
  | { readonly kind: 'mixed'; readonly contents: readonly ItemContent[] };

interface PackedClasses {
  readonly sets: readonly (readonly ClassId[])[];
  /** Of each item 1 + the index of its set, or 0 for none. */
  readonly at: Uint16Array;
}

export interface PackedItems {
  readonly ids: readonly ItemId[];
  readonly hashes: Strings;
  /** Null = no item has one. */
  readonly externalIds: readonly (string | null)[] | null;
  readonly contents: PackedContents;
  readonly fields: PackedNames;
  readonly given: PackedClasses | null;
  readonly oracle: PackedClasses | null;
}

/** At most 65,535 items. */
export function packItems(items: readonly PackableItem[]): PackedItems {
  const externalIds = items.map((item) => item.externalId);
  return {
    ids: items.map((item) => item.id),
    hashes: items.map((item) => item.hash),
    externalIds: externalIds.every((id) => id === null) ? null : externalIds,
    contents: packContents(items.map((item) => item.content)),
    fields: packNames(items.map((item) => item.fields)),
    given: packClasses(items.map((item) => item.given)),
    oracle: packClasses(items.map((item) => item.oracle)),
  };
}

export function unpackItem(packed: PackedItems, index: number): PackableItem {
  return {
    id: packed.ids[index] as ItemId,
    hash: packed.hashes[index] as string,
    externalId: packed.externalIds?.[index] ?? null,
    content: unpackContent(packed.contents, index),
    fields: unpackNames(packed.fields, index),
    given: unpackClasses(packed.given, index),
    oracle: unpackClasses(packed.oracle, index),
  };
}

function packContents(contents: readonly ItemContent[]): PackedContents {
  const texts = contents.flatMap((content) => (content.kind === 'text' ? [content.text] : []));
  if (texts.length === contents.length) return { kind: 'text', texts };
  const cells = contents.flatMap((content) => (content.kind === 'table' ? [content.cells] : []));
  if (cells.length === contents.length) return { kind: 'table', cells: packNames(cells) };
  return { kind: 'mixed', contents };
}

function unpackContent(packed: PackedContents, index: number): ItemContent {
  if (packed.kind === 'text') return { kind: 'text', text: packed.texts[index] as string };
  if (packed.kind === 'table') return { kind: 'table', cells: unpackNames(packed.cells, index) };
  return packed.contents[index] as ItemContent;
}

/** Columns where all have the same names in the same order. */
function packNames(rows: readonly Names[]): PackedNames {
  const names = Object.keys(rows[0] ?? {});
  const key = JSON.stringify(names);
  if (rows.some((row) => JSON.stringify(Object.keys(row)) !== key)) return { kind: 'rows', rows };
  const columns = names.map((name) => rows.map((row) => row[name] as string));
  return { kind: 'columns', names, columns };
}

function unpackNames(packed: PackedNames, index: number): Names {
  if (packed.kind === 'rows') return packed.rows[index] as Names;
  const { names, columns } = packed;
  return Object.fromEntries(names.map((name, at) => [name, columns[at]?.[index] as string]));
}

function packClasses(all: readonly (readonly ClassId[] | null)[]): PackedClasses | null {
  if (all.every((classes) => classes === null)) return null;
  const sets: (readonly ClassId[])[] = [];
  const known = new Map<string, number>();
  const at = Uint16Array.from(all, (classes) => {
    if (!classes) return 0;
    const key = JSON.stringify(classes);
    if (!known.has(key)) known.set(key, sets.push(classes));
    return known.get(key) as number;
  });
  return { sets, at };
}

function unpackClasses(packed: PackedClasses | null, index: number): readonly ClassId[] | null {
  const at = packed?.at[index] ?? 0;
  return at === 0 ? null : (packed?.sets[at - 1] as readonly ClassId[]);
}
