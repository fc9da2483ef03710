/** The classes of a project that is about to be imported, while they are still being edited. Pure. */
import type { LabelScan } from '../../../workers/api.ts';
import type { ClassDefinition, ClassId } from '../../domain/records.ts';
import { nextKey } from './class-keys.ts';

export interface ClassDraft {
  /** Stable while the name is edited: the label value in the file, or `typed:` and the line. */
  readonly id: string;
  /** The value in the file this class stands for; null for a typed class. */
  readonly value: string | null;
  /** Rows of the file with that value; null for a typed class. */
  readonly count: number | null;
  readonly name: string;
  readonly colour: number;
  readonly key: string;
  readonly description: string;
  /** Left out: rows with this label do not go in. */
  readonly removed: boolean;
}

export type DraftPatch = Partial<
  Pick<ClassDraft, 'name' | 'colour' | 'key' | 'description' | 'removed'>
>;

/** More classes than this in one column means that it is hardly the label. */
export const MAX_CLASSES = 200;

interface DraftSeed {
  readonly id: string;
  readonly value: string | null;
  readonly count: number | null;
  readonly name: string;
}

export interface DraftContext {
  readonly previous: readonly ClassDraft[];
  readonly existing: readonly ClassDefinition[];
}

/** Drafts for every label value of the file; what was edited before is kept by value. */
export function draftsFromScan(scan: LabelScan, context: DraftContext): readonly ClassDraft[] {
  const typed = context.previous.filter((draft) => draft.value === null);
  const seeds: DraftSeed[] = scan.labels.slice(0, MAX_CLASSES).map(({ value, count }) => ({
    id: `value:${value}`,
    value,
    count,
    name: existingFor(value, context.existing)?.name ?? value.trim(),
  }));
  return fill([...seeds, ...typed], context);
}

/** Drafts for typed lines, after those of the file; blank and repeated lines count once. */
export function draftsFromLines(text: string, context: DraftContext): readonly ClassDraft[] {
  const fromFile = context.previous.filter((draft) => draft.value !== null);
  const known = new Set(fromFile.map((draft) => toNameKey(draft.name)));
  const seeds: DraftSeed[] = [];
  for (const line of text.split(/\r?\n/)) {
    const name = line.trim();
    if (name === '' || known.has(toNameKey(name))) continue;
    known.add(toNameKey(name));
    seeds.push({ id: `typed:${toNameKey(name)}`, value: null, count: null, name });
  }
  return fill([...fromFile, ...seeds], context);
}

/** Completes seeds with the colour and key they had, those of the class they name, or free ones. */
function fill(seeds: readonly DraftSeed[], context: DraftContext): readonly ClassDraft[] {
  const before = new Map(context.previous.map((draft) => [draft.id, draft]));
  const taken = new Set(context.existing.filter((c) => !c.retired).map((c) => c.key));
  for (const seed of seeds) taken.add(before.get(seed.id)?.key ?? '');
  return seeds.map((seed, index) => {
    const kept = before.get(seed.id);
    if (kept !== undefined) return { ...kept, count: seed.count };
    const known = existingFor(seed.name, context.existing);
    const key = known?.key ?? nextKey(taken);
    taken.add(key);
    const colour = known?.colour ?? context.existing.length + index;
    return { ...seed, key, colour, description: known?.description ?? '', removed: false };
  });
}

export const patchDraft = (
  drafts: readonly ClassDraft[],
  id: string,
  patch: DraftPatch,
): readonly ClassDraft[] =>
  drafts.map((draft) => (draft.id === id ? { ...draft, ...patch } : draft));

/** Names are compared without case and outer space: "Toxic " and "toxic" are one class. */
export const toNameKey = (name: string): string => name.trim().toLowerCase();

/** The class of a live project that a name stands for, followed through merges. */
export function existingFor(
  name: string,
  existing: readonly ClassDefinition[],
): ClassDefinition | null {
  const wanted = toNameKey(name);
  let found = existing.find((c) => toNameKey(c.name) === wanted && c.mergedInto === null);
  found ??= existing.find((c) => toNameKey(c.name) === wanted);
  // A chain of merges is finite; the bound only guards against a damaged project.
  for (let step = 0; step < existing.length && found?.mergedInto; step += 1) {
    const target: ClassId = found.mergedInto;
    found = existing.find((c) => c.id === target);
  }
  return found ?? null;
}

export interface ResolvedClasses {
  /** Classes to create, in the order shown. */
  readonly additions: readonly ClassDefinition[];
  /** Label value in the file -> class, for the import plan. */
  readonly byValue: Readonly<Record<string, ClassId>>;
}

/** Drafts with the same name become one class; a draft named like a live class becomes that one. */
export function resolveClasses(
  drafts: readonly ClassDraft[],
  existing: readonly ClassDefinition[],
  newId: () => string,
): ResolvedClasses {
  const additions = new Map<string, ClassDefinition>();
  const byValue: Record<string, ClassId> = {};
  for (const draft of drafts) {
    if (draft.removed) continue;
    const nameKey = toNameKey(draft.name);
    const live = existingFor(draft.name, existing) ?? additions.get(nameKey);
    const definition = live ?? toDefinition(draft, newId() as ClassId);
    if (live === undefined || live === null) additions.set(nameKey, definition);
    if (draft.value !== null) byValue[draft.value] = definition.id;
  }
  return { additions: [...additions.values()], byValue };
}

const toDefinition = (draft: ClassDraft, id: ClassId): ClassDefinition => ({
  id,
  name: draft.name.trim(),
  colour: draft.colour,
  key: draft.key,
  description: draft.description.trim(),
  goodExamples: [],
  badExamples: [],
  retired: false,
  mergedInto: null,
});
