/** `BrowseApi` over one project: reads its items once, follows its events, answers questions about all of them. */
import { firstBit } from '../../src/domain/browse/bits.ts';
import type { LabelColumns, ScoreColumns } from '../../src/domain/browse/columns.ts';
import { countDisagreement, matcher } from '../../src/domain/browse/match.ts';
import { needlesOf } from '../../src/domain/browse/needles.ts';
import { orderRows } from '../../src/domain/browse/order.ts';
import type { ProjectId } from '../../src/domain/records.ts';
import { applyEvents, foldEvents, type ProjectState } from '../../src/domain/state.ts';
import type { Storage } from '../../src/storage/api.ts';
import { openStorage } from '../../src/storage/index.ts';
import type {
  BrowseAnswer,
  BrowseApi,
  BrowseIndex,
  BrowseQuestion,
  BrowseScores,
  Outcome,
  WorkerFailure,
} from '../api.ts';
import { handOver } from '../hand-over.ts';
import { createItemTable, type ItemTable } from './item-table.ts';
import { labelColumns } from './label-columns.ts';
import { scoreColumns } from './score-columns.ts';
import { searchRows } from './search.ts';
import { storedScores } from './stored-scores.ts';

const CANCELLED: WorkerFailure = { code: 'cancelled', message: 'Another question came.' };

interface Open {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly table: ItemTable;
  state: ProjectState;
  /** Of the state and the items as they were when it was made. */
  columns: LabelColumns | null;
  given: BrowseScores | null;
  scores: ScoreColumns | null;
  /** What `scores` was made from. */
  madeFrom: BrowseScores | null;
}

class BrowseService implements BrowseApi {
  private opened: Open | null = null;
  private turn = 0;
  /** The question that last brought what the model says: an older one must not put it back. */
  private scoredBy = 0;
  /** Items are read by one at a time: two would skip each other's rows. */
  private reading: Promise<unknown> = Promise.resolve();

  async open(
    projectId: ProjectId,
    listener: (read: number, total: number) => void,
  ): Promise<Outcome<BrowseIndex>> {
    const read = this.reading.then(() =>
      guarded(async () => {
        const open = this.opened ?? (await start(projectId));
        this.opened = open;
        await open.table.readOn(listener);
        open.columns = null;
        return indexOf(open.table);
      }),
    );
    this.reading = read;
    return read.then(handOver);
  }

  async ask(question: BrowseQuestion): Promise<Outcome<BrowseAnswer>> {
    this.turn += 1;
    const turn = this.turn;
    if (question.scores !== 'same') this.scoredBy = turn;
    return guarded(async () => {
      // The page knows no row of a table that is only half read.
      await this.reading;
      const open = this.opened;
      if (!open) throw new Error('The items have not been read yet.');
      await follow(open, question.events);
      await this.takeScores(open, question.scores, turn);
      return answer(open, question, () => turn !== this.turn);
    }).then(handOver);
  }

  private async takeScores(
    open: Open,
    scores: BrowseQuestion['scores'],
    turn: number,
  ): Promise<void> {
    if (scores === 'same') return;
    const given = scores === 'stored' ? await storedScores(open) : scores;
    if (this.scoredBy === turn) open.given = given;
  }
}

async function start(projectId: ProjectId): Promise<Open> {
  const storage = await openStorage();
  const state = foldEvents(await storage.events.of(projectId));
  if (!state) throw new Error(`There is no project ${projectId} on this device.`);
  const table = createItemTable({ storage, projectId });
  return {
    storage,
    projectId,
    table,
    state,
    columns: null,
    given: null,
    scores: null,
    madeFrom: null,
  };
}

/** Knows at least as many events as the page does. */
async function follow(open: Open, events: number): Promise<void> {
  const { storage, projectId, state } = open;
  if (state.eventCount >= events) return;
  let next = applyEvents(state, await storage.events.of(projectId, state.lastEventId));
  // Another device's events may be older than the newest known here.
  if (next.eventCount < events) next = foldEvents(await storage.events.of(projectId)) ?? next;
  open.state = next;
  open.columns = null;
}

async function answer(
  open: Open,
  { filter }: BrowseQuestion,
  isCancelled: () => boolean,
): Promise<BrowseAnswer> {
  const isStale = open.columns === null;
  open.columns ??= labelColumns(open.table, open.state);
  const { columns } = open;
  if (isStale || open.madeFrom !== open.given) {
    open.scores = open.given && scoreColumns(open.given, columns.classIds);
    open.madeFrom = open.given;
  }
  const { scores } = open;
  const candidates = rowsWhere(columns.rows, matcher(filter, columns, scores));
  const needles = needlesOf(filter.text);
  const rows =
    needles.length === 0
      ? candidates
      : await searchRows({ table: open.table, rows: candidates, needles, isCancelled });
  if (rows === null || isCancelled()) throw Object.assign(new Error(CANCELLED.message), CANCELLED);
  const { sort, isReversed } = filter;
  return {
    rows: orderRows({ rows, sort, isReversed, columns, scores }),
    total: columns.rows,
    searched: needles.length === 0 ? 0 : candidates.length,
    disagreement: countDisagreement(columns, scores),
    people: columns.people,
    labelOf: firsts(columns.rows, columns.labels),
    predictedOf: scores && firsts(scores.rows, scores.predicted),
    probability: scores?.probability.slice() ?? null,
    margin: scores?.margin.slice() ?? null,
  };
}

function rowsWhere(rows: number, isWanted: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (isWanted(row)) found[count++] = row;
  return found.slice(0, count);
}

function firsts(rows: number, sets: LabelColumns['labels']): Int16Array {
  const first = new Int16Array(rows);
  for (let row = 0; row < rows; row++) first[row] = firstBit(sets, row);
  return first;
}

function indexOf({ ids }: ItemTable): BrowseIndex {
  const encoder = new TextEncoder();
  const idOffsets = new Uint32Array(ids.length + 1);
  ids.forEach((id, row) => {
    idOffsets[row + 1] = (idOffsets[row] as number) + encoder.encode(id).length;
  });
  const idBytes = new Uint8Array(idOffsets[ids.length] as number);
  ids.forEach((id, row) => {
    encoder.encodeInto(id, idBytes.subarray(idOffsets[row]));
  });
  return { rows: ids.length, idBytes, idOffsets };
}

async function guarded<T>(task: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    const { code = 'unexpected', message } = error as Partial<WorkerFailure> & Error;
    const known: WorkerFailure['code'] = code === 'cancelled' ? 'cancelled' : 'unexpected';
    return { ok: false, error: { code: known, message } };
  }
}

export function createBrowseService(): BrowseApi {
  return new BrowseService();
}
