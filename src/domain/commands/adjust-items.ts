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
  const { itemIds, remove, durationMs } = command;
  const add = [...new Set(command.add)];
  const { project } = state;
  if (project.mode !== 'multi')
    return refuse('This project takes exactly one class per item: there is none to add.');
  if (itemIds.length === 0) return refuse('Select items first.');
  const active = new Set(activeClasses(project).map(({ id }) => id));
  const unknown = [...add, ...remove].find((id) => !active.has(id));
  if (unknown) return refuse(`The class ${unknown} is not in use in this project.`);
  const answers: PickedAnswer[] = [];
  for (const itemId of itemIds) {
    const classes = changed(classesOf(state, command, itemId), { add, remove });
    if (classes) answers.push({ itemId, classes });
  }
  if (answers.length === 0) return refuse('The selected items have these classes already.');
  const each = cappedDuration(durationMs / answers.length);
  return { ok: true, events: batchOfAnswers(state, { answers, each }, context) };
}

/** Null where nothing changes. Plain loops: this runs for a hundred thousand items by one press. */
function changed(
  had: readonly ClassId[],
  { add, remove }: Pick<AdjustItems, 'add' | 'remove'>,
): readonly ClassId[] | null {
  const kept = had.filter((id) => !remove.includes(id));
  const fresh = add.filter((id) => !had.includes(id) && !remove.includes(id));
  if (fresh.length === 0) return kept.length === had.length ? null : kept;
  return kept.length === 0 ? fresh : [...kept, ...fresh];
}

const NONE: readonly ClassId[] = [];

function classesOf(
  { project, labels }: ProjectState,
  { given }: AdjustItems,
  itemId: ItemId,
): readonly ClassId[] {
  const label = labels.get(itemId);
  const known = label?.kind === 'answered' ? label.classes : given.get(itemId);
  if (!known || known.length === 0) return NONE;
  return [...new Set(known.map((id) => resolveClass(project, id)))];
}
