/** Making classes: a name, a colour nobody has yet, a key that is free. */
import type { ClassDefinition, ClassId } from './records.ts';

/** Keys with a meaning of their own while labelling; never given to a class. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([
  'u',
  'z',
  'y',
  's',
  'n',
  'f',
  'j',
  'k',
  'p',
  'g',
  'h',
  'e',
  'w',
  '?',
  '/',
]);

const CANDIDATE_KEYS = [...'123456789abcdefghijklmnopqrstuvwxyz0'].filter(
  (key) => !RESERVED_KEYS.has(key),
);

/** Number of colours in the palette (`ui/palette.ts`). */
export const PALETTE_SIZE = 8;

export interface ClassDraft {
  readonly id: ClassId;
  readonly name: string;
  readonly description?: string;
  readonly goodExamples?: readonly string[];
  readonly badExamples?: readonly string[];
}

/** Completes a draft with the first free colour and key among the classes that are there. */
export function defineClass(
  draft: ClassDraft,
  existing: readonly ClassDefinition[],
): ClassDefinition {
  return {
    id: draft.id,
    name: draft.name.trim(),
    colour: freeColour(existing),
    key: freeKey(existing),
    description: draft.description ?? '',
    goodExamples: draft.goodExamples ?? [],
    badExamples: draft.badExamples ?? [],
    retired: false,
    mergedInto: null,
  };
}

export function defineClasses(drafts: readonly ClassDraft[]): readonly ClassDefinition[] {
  const all: ClassDefinition[] = [];
  for (const draft of drafts) all.push(defineClass(draft, all));
  return all;
}

/** The least used colour, lowest first: repeats only once all are taken. */
function freeColour(existing: readonly ClassDefinition[]): number {
  const uses = Array.from({ length: PALETTE_SIZE }, () => 0);
  for (const { colour } of existing)
    uses[colour % PALETTE_SIZE] = (uses[colour % PALETTE_SIZE] ?? 0) + 1;
  return uses.indexOf(Math.min(...uses));
}

/** '' when every key is taken: such a class is answered by click, touch or search. */
function freeKey(existing: readonly ClassDefinition[]): string {
  const taken = new Set(existing.map((one) => one.key));
  return CANDIDATE_KEYS.find((key) => !taken.has(key)) ?? '';
}

/** What is wrong with this name among these classes, in plain words, or null. */
export function nameProblem(
  name: string,
  existing: readonly ClassDefinition[],
  self?: ClassId,
): string | null {
  const wanted = name.trim();
  if (wanted === '') return 'A class needs a name.';
  if (wanted.length > 200) return 'A class name may have at most 200 characters.';
  const twin = existing.find(
    (one) => one.id !== self && one.name.toLowerCase() === wanted.toLowerCase(),
  );
  return twin ? `There is already a class named “${twin.name}”.` : null;
}

/** What is wrong with this key, in plain words, or null. '' is always fine. */
export function keyProblem(
  key: string,
  existing: readonly ClassDefinition[],
  self?: ClassId,
): string | null {
  if (key === '') return null;
  if ([...key].length !== 1 || key !== key.toLowerCase() || key.trim() === '') {
    return `“${key}” is not a single lower-case key.`;
  }
  if (RESERVED_KEYS.has(key))
    return `The key “${key}” already does something else while labelling.`;
  const holder = existing.find(
    (one) => one.id !== self && one.key === key && !one.retired && one.mergedInto === null,
  );
  return holder ? `The key “${key}” already answers “${holder.name}”.` : null;
}

/** The same classes, in whatever order. */
export function sameClasses(a: readonly ClassId[], b: readonly ClassId[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}
