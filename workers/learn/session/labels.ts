/** What the standing events say about each row: what to learn, what to measure, what to ask. */
import type { ClassId, EventId, ItemId } from '../../../src/domain/records.ts';
import {
  activeClasses,
  auditAnswers,
  type ProjectState,
  resolveClass,
  type TrainingAnswer,
  trainingAnswers,
} from '../../../src/domain/state.ts';
import { isDecided, isOpenSpotCheck } from '../../../src/domain/trust/incoming.ts';
import { heldOutOf } from './teaching.ts';

export interface RowLabel {
  readonly row: number;
  /** Indices into `RowLabels.classIds`. */
  readonly classes: readonly number[];
  /** Null for a label that came with the import. */
  readonly eventId: EventId | null;
  /** How much it counts when learned; absent = 1 (`reweighed-labels.ts`). */
  readonly weight?: number;
}

export interface RowLabels {
  readonly classIds: readonly ClassId[];
  /** Given labels in row order, then people's answers in event order. */
  readonly training: readonly RowLabel[];
  readonly audit: readonly RowLabel[];
  /** Rows that can be read and nobody has decided on, ascending: the pool. */
  readonly candidates: Int32Array;
  /**
   * Rows that the model has sorted into those it decides and those it leaves to people: what remains of
   * them in the pool is no random sample, and nothing is measured on it.
   */
  readonly sorted: ReadonlySet<number>;
  /** Items whose pair is held out as a contrast test: not learned. */
  readonly heldOut: ReadonlySet<ItemId>;
}

export interface LabelSource {
  readonly state: ProjectState;
  readonly ids: readonly ItemId[];
  readonly rowOf: ReadonlyMap<ItemId, number>;
  readonly given: readonly (readonly ClassId[] | null)[];
  /** Rows that are blank: nothing is learned from them, measured on them or asked about them. */
  readonly unread?: { has(row: number): boolean; keys(): Iterable<number> };
}

export function collectLabels(source: LabelSource): RowLabels {
  const { state, rowOf } = source;
  const classIds = activeClasses(state.project).map((definition) => definition.id);
  const indexOf = new Map(classIds.map((id, index) => [id, index]));
  const toRow = (answer: TrainingAnswer): RowLabel[] => {
    const row = rowOf.get(answer.itemId);
    if (row === undefined) return []; // The item is not here (yet): another device labelled it.
    if (source.unread?.has(row)) return [];
    const classes = answer.classes.flatMap((id) => indexOf.get(id) ?? []);
    return [{ row, classes, eventId: answer.eventId }];
  };
  const given = collectGiven(source, indexOf);
  const heldOut = heldOutOf(state);
  const learned = trainingAnswers(state).filter(({ itemId }) => !heldOut.has(itemId));
  return {
    classIds,
    training: [...given, ...learned.flatMap(toRow)],
    audit: auditAnswers(state).flatMap(toRow),
    ...collectCandidates(source),
    heldOut,
  };
}

/** Rows that came with a label; asked for after every answer, and the same until items are added. */
const rowsGiven = new WeakMap<LabelSource['given'], readonly number[]>();

function givenRows(given: LabelSource['given']): readonly number[] {
  const known = rowsGiven.get(given);
  if (known) return known;
  const rows = [...given.keys()].filter((row) => given[row]);
  rowsGiven.set(given, rows);
  return rows;
}

/** Labels that came with the import, unless a person has decided on the item since. */
function collectGiven(source: LabelSource, indexOf: ReadonlyMap<ClassId, number>): RowLabel[] {
  const { state, ids } = source;
  const isMulti = state.project.mode === 'multi';
  return givenRows(source.given).flatMap((row) => {
    const id = ids[row];
    const classes = source.given[row];
    if (source.unread?.has(row)) return [];
    if (!classes || !id || state.labels.get(id)?.kind === 'answered') return [];
    const known = classes.flatMap((c) => indexOf.get(resolveClass(state.project, c)) ?? []);
    return known.length > 0 || isMulti ? [{ row, classes: known, eventId: null }] : [];
  });
}

/** Those decided on are few: they are looked up, not the whole pool. */
function collectCandidates({
  state,
  ids,
  rowOf,
  given,
  unread,
}: LabelSource): Pick<RowLabels, 'candidates' | 'sorted'> {
  const sorted = new Set<number>();
  const isTaken = new Uint8Array(ids.length);
  for (const row of givenRows(given)) isTaken[row] = 1;
  for (const row of unread?.keys() ?? []) isTaken[row] = 1;
  // What the model has decided is not asked about; overriding it is a person's move. A spot check is
  // asked blind where decisions are made: with a proposal beside it, it would check nothing.
  for (const [id, decision] of state.decisions) {
    const row = rowOf.get(id);
    if (row === undefined) continue;
    sorted.add(row);
    if (isDecided(state, decision) || isOpenSpotCheck(state, decision)) isTaken[row] = 1;
  }
  for (const id of state.labels.keys()) {
    const row = rowOf.get(id);
    if (row !== undefined) isTaken[row] = 1;
  }
  const rows = new Int32Array(ids.length);
  let count = 0;
  for (let row = 0; row < isTaken.length; row++) if (!isTaken[row]) rows[count++] = row;
  return { candidates: rows.subarray(0, count), sorted };
}
