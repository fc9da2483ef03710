import type { ClassId, ItemId } from '../records.ts';
import { activeClasses, type ProjectState, resolveClass } from '../state.ts';
import { batchOfAnswers, type PickedAnswer } from './batch-of-answers.ts';
import { cappedDuration } from './decide-item.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';

/**
 * Where items may have several classes: adds and takes away some of many items at once, one act. An item without
 * an answer starts from the label it came with, or from none; one that would stay as it is gets no event.
 */
export interface AdjustItems {
  readonly type: 'adjust-items';
  readonly itemIds: readonly ItemId[];
  readonly add: readonly ClassId[];
  readonly remove: readonly ClassId[];
  /** Labels that came with an import, of items that have one. */
  readonly given: ReadonlyMap<ItemId, readonly ClassId[]>;
  /** Milliseconds of the whole press: each item takes its share. */
  readonly durationMs: number;
}

export function adjustItems(
  state: ProjectState,
  command: AdjustItems,
  context: CommandContext,
): Decision {
  const { itemIds, add, remove, durationMs } = command;
  const { project } = state;
  if (project.mode !== 'multi')
    return refuse('This project takes exactly one class per item: there is none to add.');
  if (itemIds.length === 0) return refuse('Select items first.');
  const active = new Set(activeClasses(project).map(({ id }) => id));
  const unknown = [...add, ...remove].find((id) => !active.has(id));
  if (unknown) return refuse(`The class ${unknown} is not in use in this project.`);
  const answers = itemIds.flatMap((itemId): readonly PickedAnswer[] => {
    const had = classesOf(state, command, itemId);
    const has = [...new Set([...had, ...add])].filter((id) => !remove.includes(id));
    const isSame = has.length === had.length && has.every((id) => had.includes(id));
    return isSame ? [] : [{ itemId, classes: has }];
  });
  if (answers.length === 0) return refuse('The selected items have these classes already.');
  const each = cappedDuration(durationMs / answers.length);
  return { ok: true, events: batchOfAnswers(state, { answers, each }, context) };
}

function classesOf(
  { project, labels }: ProjectState,
  { given }: AdjustItems,
  itemId: ItemId,
): readonly ClassId[] {
  const label = labels.get(itemId);
  const known = label?.kind === 'answered' ? label.classes : (given.get(itemId) ?? []);
  return [...new Set(known.map((id) => resolveClass(project, id)))];
}
