/**
 * Measures the strength of each gesture on a project's own answers (`domain/explanation/strengths.ts`),
 * in blocks: at certain numbers of answers models are fitted to all that was said until then, and
 * judged by answers that they have not learned. It rests on the same first answers as the choice of
 * the precisions and is cached in the same way: by what it rests on, so that it is a pure function of
 * what stands, and an act that is withdrawn leaves no trace in it.
 */

import type { Gesture } from '../../../src/domain/explanation/gestures.ts';
import { saidFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import {
  AS_IT_IS,
  type Strengths,
  strengthFrom,
} from '../../../src/domain/explanation/strengths.ts';
import { RELABELLING } from '../../../src/domain/oversight/relabelling.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { EventId } from '../../../src/domain/records.ts';
import { INCOMING } from '../../../src/domain/trust/decisions.ts';
import { chosenFrom, SCHEDULE } from '../head/choose-hyper.ts';
import type { Learner } from '../learner.ts';
import type { RowLabel } from './labels.ts';
import { MOST_ROWS, measureBlock, type Span, type StrengthInput } from './strength-blocks.ts';

export interface MeasuredStrengths {
  readonly strengths: Strengths;
  /** Answers drawn at random that judged it, by gesture; none had been learned by then. */
  readonly scored: Readonly<Record<Gesture, number>>;
}

export const UNMEASURED: MeasuredStrengths = {
  strengths: AS_IT_IS,
  scored: {
    'word-for': 0,
    'word-irrelevant': 0,
    'region-evidence': 0,
    'region-irrelevant': 0,
    edit: 0,
    judged: 0,
  },
};

const measured = new WeakMap<Learner, Map<string, MeasuredStrengths>>();
const MOST_KEPT = 8;
/** With fewer answers to judge by a gesture counts as it is. */
const LEAST_JUDGES = 10;

/** The strengths that the model of `count` answers has. */
export async function strengthsAt(input: StrengthInput, count: number): Promise<MeasuredStrengths> {
  const basis = basisOf(input, count);
  if (!basis) return UNMEASURED;
  const key = keyOf(input, basis);
  const cache = measured.get(input.learner) ?? new Map<string, MeasuredStrengths>();
  measured.set(input.learner, cache);
  const known = cache.get(key);
  if (known) return known;
  const made = await measure(input, basis);
  if (cache.size >= MOST_KEPT) cache.clear();
  cache.set(key, made);
  return made;
}

interface Basis {
  readonly said: readonly EventId[];
  readonly given: readonly RowLabel[];
  /** The first answers by people, in event order. */
  readonly answers: readonly RowLabel[];
  /** Audit answers up to the last of those. */
  readonly audits: readonly RowLabel[];
}

/** Null where there is nothing to measure yet, or too much. */
function basisOf({ state, labels }: StrengthInput, count: number): Basis | null {
  const said = saidFeedback(state).map(({ id }) => id);
  if (said.length === 0) return null;
  const given = labels.training.filter(({ eventId }) => eventId === null);
  const all = labels.training.filter(({ eventId }) => eventId !== null);
  const answers = all.slice(0, chosenFrom(Math.min(count - given.length, all.length + 1)));
  if (answers.length === 0 || given.length > MOST_ROWS) return null;
  const end = eventOf(answers.at(-1));
  return {
    said: said.filter((id) => id <= end),
    given,
    answers,
    audits: labels.audit.filter((label) => eventOf(label) <= end),
  };
}

/** All that the strengths rest on, quickly told: they are asked for after every act. */
function keyOf({ labels }: StrengthInput, { said, given, answers, audits }: Basis): string {
  return [
    labels.classIds.join(),
    [...labels.heldOut].join(),
    given.map(({ row }) => row).join(),
    answers.map(eventOf).join(),
    audits.map(eventOf).join(),
    said.join(),
  ].join('|');
}

async function measure(input: StrengthInput, basis: Basis): Promise<MeasuredStrengths> {
  const losses = new Map<Gesture, readonly number[]>();
  const scored = { ...UNMEASURED.scored };
  for (const span of spansOf(input, basis)) {
    const block = await measureBlock(input, span);
    for (const [gesture, own] of block.losses) {
      const before = losses.get(gesture);
      const sums = own.map((loss, i) => loss + (before?.[i] ?? 0));
      losses.set(gesture, sums);
      scored[gesture] += block.scored;
    }
  }
  const strengths = { ...AS_IT_IS };
  for (const [gesture, own] of losses)
    if (scored[gesture] >= LEAST_JUDGES) strengths[gesture] = strengthFrom(own);
  return { strengths, scored };
}

/**
 * Answers that are learned judge the models of the block before them. Audit answers never are, so
 * all of them judge the newest models, which tell most of what is said now.
 */
function spansOf(input: StrengthInput, { answers, audits }: Basis): readonly Span[] {
  const isBlind = blindRows(input);
  const blocks = SCHEDULE.flatMap((from, k): Span[] => {
    const to = SCHEDULE[k + 1];
    if (to === undefined || to > answers.length) return [];
    const judges = answers.slice(from, to).filter(({ row }) => isBlind.has(row));
    return [{ cut: eventOf(answers[from - 1]), judges }];
  });
  const newest = {
    cut: eventOf(answers.at(-1)),
    judges: audits.filter(({ row }) => isBlind.has(row)),
  };
  return [...blocks, newest].filter(({ judges }) => judges.length > 0);
}

/**
 * Rows whose answers may judge: their questions were drawn at random (audits, and those of strategies
 * that need no model) and answered before any proposal was seen. Where the model asks, it asks where
 * it is in doubt, so that the very strength it has looks worse there than any other.
 */
function blindRows({ state, rowOf }: StrengthInput): ReadonlySet<number> {
  const rows = [...state.labels.values()].flatMap(({ itemId, proposal, question, audit }) => {
    const strategy = queryStrategies[question?.strategy as keyof typeof queryStrategies];
    // What came in and was left to people was left to them for doubt, mostly; what moved is odd.
    const isLeft = question?.strategy === INCOMING || question?.strategy === RELABELLING;
    const isChosen = !audit && (isLeft || (strategy?.needsModel ?? false));
    const row = rowOf.get(itemId);
    return isChosen || proposal?.shown === 'before' || row === undefined ? [] : [row];
  });
  return new Set(rows);
}

function eventOf(label: Pick<RowLabel, 'eventId'> | undefined): EventId {
  return (label?.eventId ?? '') as EventId;
}
