/**
 * The queue of next questions. A small share is drawn uniformly at random from the items nobody
 * has decided on (the audit stream); the rest is a spread over the items while too little is
 * known, then what the project's query strategy ranks highest.
 *
 * Which positions are audit draws depends only on the seed and on how many decisions were made,
 * so the queue keeps its audits while it is rebuilt after every answer.
 */
import { createRng, deriveSeed, type Rng } from '../../../src/domain/math/rng.ts';
import type { QueryInput, QueryStrategy, RankedQuery } from '../../../src/domain/query/strategy.ts';
import type { ClassId, QuestionRecord } from '../../../src/domain/records.ts';
import type { QuestionReason } from '../../api.ts';
import { toReason } from './reasons.ts';

export const QUEUE_LENGTH = 12;
/** Draws before an audit position gives up and lets the strategy ask (a nearly empty pool). */
const MAX_DRAWS = 200;

/** What a strategy is given (`../query-input.ts`), and what else decides the queue. */
export interface PlanInput extends Omit<QueryInput, 'count'> {
  readonly rows: number;
  /** Items of the pool that are no rows; absent = none. */
  readonly outside?: number;
  /** The first so many rows were drawn uniformly from all items; absent = the rows are all items. */
  readonly drawn?: number;
  readonly classIds: readonly ClassId[];
  readonly strategy: QueryStrategy;
  readonly auditShare: number;
  /** Rows of the pool that no audit is drawn from (`RowLabels.sorted`); absent = none. */
  readonly sorted?: ReadonlySet<number>;
  readonly seed: number;
  /** Rows in the order of the cold start, or null once the model may ask. */
  readonly spread: readonly number[] | null;
  /** Silent repeats and questions steered to a group by their position; an audit draw goes before. */
  readonly repeats?: ReadonlyMap<number, PlannedQuestion>;
  readonly length?: number;
}

export interface PlannedQuestion {
  readonly row: number;
  readonly record: Pick<
    QuestionRecord,
    'strategy' | 'score' | 'probability' | 'audit' | 'poolSize' | 'repeat'
  >;
  readonly why: QuestionReason;
}

export function planQuestions(input: PlanInput): readonly PlannedQuestion[] {
  const length = Math.min(input.length ?? QUEUE_LENGTH, input.candidates.length);
  const measured = measuredRows(input);
  const audits = drawAudits({ ...input, candidates: measured }, length);
  const fixed = [...(input.repeats?.values() ?? [])].map(({ row }) => row);
  const taken = new Set([...audits.values(), ...fixed]);
  const isAudit = new Set(audits.values());
  const asked = askedRows(input, length, taken)[Symbol.iterator]();
  const planned: PlannedQuestion[] = [];
  for (let position = 0; position < length; position++) {
    const audit = audits.get(position);
    if (audit !== undefined) {
      planned.push(auditQuestion(audit, measured.length + (input.outside ?? 0)));
      continue;
    }
    const repeat = input.repeats?.get(position);
    if (repeat && !isAudit.has(repeat.row)) {
      planned.push(repeat);
      continue;
    }
    const next = asked.next();
    if (!next.done) planned.push(next.value);
  }
  return planned;
}

function measuredRows({ candidates, sorted }: PlanInput): Int32Array {
  return sorted && sorted.size > 0 ? candidates.filter((row) => !sorted.has(row)) : candidates;
}

function drawAudits(input: PlanInput, length: number): ReadonlyMap<number, number> {
  const audits = new Map<number, number>();
  const isCandidate = membership(input);
  const drawn = new Set<number>();
  for (let position = 0; position < length; position++) {
    const rng = createRng(deriveSeed(input.seed, 'audit', input.decisions + position));
    if (rng.next() >= input.auditShare) continue;
    const row = drawRow(
      input.drawn ?? input.rows,
      (candidate) => isCandidate(candidate) && !drawn.has(candidate),
      rng,
    );
    if (row === null) continue;
    drawn.add(row);
    audits.set(position, row);
  }
  return audits;
}

function membership({ rows, candidates }: PlanInput): (row: number) => boolean {
  const flags = new Uint8Array(rows);
  for (const row of candidates) flags[row] = 1;
  return (row) => flags[row] === 1;
}

/** Of all items nobody has decided on, also those that are no rows. */
const poolSizeOf = ({ candidates, outside = 0 }: PlanInput): number => candidates.length + outside;

/** Uniform among the accepted rows, by rejection: the draw survives changes of the pool elsewhere. */
function drawRow(rows: number, accepts: (row: number) => boolean, rng: Rng): number | null {
  for (let attempt = 0; attempt < MAX_DRAWS; attempt++) {
    const row = rng.integer(rows);
    if (accepts(row)) return row;
  }
  return null;
}

function auditQuestion(row: number, poolSize: number): PlannedQuestion {
  const record = {
    strategy: 'random',
    score: null,
    probability: 1 / poolSize,
    audit: true,
    poolSize,
  };
  return { row, record, why: { kind: 'audit' } };
}

function askedRows(
  input: PlanInput,
  length: number,
  taken: ReadonlySet<number>,
): readonly PlannedQuestion[] {
  const poolSize = poolSizeOf(input);
  if (input.spread && input.strategy.needsModel) {
    const isCandidate = membership(input);
    return input.spread
      .filter((row) => isCandidate(row) && !taken.has(row))
      .slice(0, length)
      .map((row) => ({
        row,
        record: { strategy: 'spread', score: null, probability: 1, audit: false, poolSize },
        why: { kind: 'spread' },
      }));
  }
  const ranked = input.strategy.rank({ ...input, count: length + taken.size });
  return ranked.filter(({ row }) => !taken.has(row)).map((query) => strategyQuestion(query, input));
}

function strategyQuestion(query: RankedQuery, input: PlanInput): PlannedQuestion {
  const { row, score, probability } = query;
  const { strategy } = input;
  return {
    row,
    record: {
      strategy: strategy.id,
      score,
      probability,
      audit: false,
      poolSize: poolSizeOf(input),
      // Answered already: the second answer is set beside the first, and does not replace it.
      ...(input.again?.rows.includes(row) ? { repeat: true as const } : {}),
    },
    why: toReason(query, input),
  };
}
