/** One class as a form: what is typed, and what of it changed. Pure. */
import { keyProblem, nameProblem } from '../../domain/classes.ts';
import type { EventOf } from '../../domain/events.ts';
import type { ClassDefinition, ClassId } from '../../domain/records.ts';

export interface ClassForm {
  readonly name: string;
  readonly colour: number;
  readonly key: string;
  readonly description: string;
  /** One example a line. */
  readonly good: string;
  readonly bad: string;
}

export const toForm = (definition: ClassDefinition): ClassForm => ({
  name: definition.name,
  colour: definition.colour,
  key: definition.key,
  description: definition.description,
  good: definition.goodExamples.join('\n'),
  bad: definition.badExamples.join('\n'),
});

/** Lines with something in them, each once. */
export const toExamples = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export const toDefinition = (form: ClassForm, id: ClassId): ClassDefinition => ({
  id,
  name: form.name.trim(),
  colour: form.colour,
  key: form.key,
  description: form.description.trim(),
  goodExamples: toExamples(form.good),
  badExamples: toExamples(form.bad),
  retired: false,
  mergedInto: null,
});

type Patch = EventOf<'class-changed'>['patch'];

/** Only what is different, so that the event says what was decided; null = nothing changed. */
export function toPatch(form: ClassForm, before: ClassDefinition): Patch | null {
  const after = toDefinition(form, before.id);
  const patch: { -readonly [K in keyof Patch]: Patch[K] } = {};
  if (after.name !== before.name) patch.name = after.name;
  if (after.colour !== before.colour) patch.colour = after.colour;
  if (after.key !== before.key) patch.key = after.key;
  if (after.description !== before.description) patch.description = after.description;
  if (!isSame(after.goodExamples, before.goodExamples)) patch.goodExamples = after.goodExamples;
  if (!isSame(after.badExamples, before.badExamples)) patch.badExamples = after.badExamples;
  return Object.keys(patch).length === 0 ? null : patch;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

export interface FormProblems {
  readonly name: string | null;
  readonly key: string | null;
}

/** What the project would refuse, in its own words, while it is still being typed. */
export const formProblems = (
  form: ClassForm,
  classes: readonly ClassDefinition[],
  self: ClassId,
): FormProblems => ({
  name: nameProblem(form.name, classes, self),
  key: keyProblem(form.key, classes, self),
});
