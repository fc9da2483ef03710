/** Precision, recall, F1 and accuracy of a class, stage by stage, each with its interval and n. */

import { sameClasses } from '../classes.ts';
import { f1Figure } from '../evaluation/f1-figure.ts';
import { proportion } from '../evaluation/wilson.ts';
import type { ClassId, QualityFigure } from '../records.ts';
import type { JudgedThen } from './judged-then.ts';

export const MEASURES = ['precision', 'recall', 'f1', 'accuracy'] as const;
export type StageMeasure = (typeof MEASURES)[number];

export interface QualityStage {
  /** Checks that the figures rest on: the `from`-th to the `to`-th, 1-based. */
  readonly from: number;
  readonly to: number;
  /** When the last of them was answered, milliseconds since the epoch. */
  readonly at: number;
  /** Null where nothing can be said: the class never occurs, or is not asked for. */
  readonly figures: Readonly<Record<StageMeasure, QualityFigure | null>>;
}

export interface StageQuery {
  /** Null = all classes together: accuracy alone, of the whole answer. */
  readonly classId: ClassId | null;
  /** `until`: all checks up to then. `since`: those after the stage before. */
  readonly rests: 'until' | 'since';
}

/** Checks that a stage adds at the least; fewer say next to nothing. */
export const LEAST_PER_STAGE = 10;
const MOST_STAGES = 12;

/** Stages of about equal size, oldest first; none without a check. */
export function qualityOverTime(
  judged: readonly JudgedThen[],
  { classId, rests }: StageQuery,
): readonly QualityStage[] {
  const n = judged.length;
  if (n === 0) return [];
  const count = Math.min(MOST_STAGES, Math.max(1, Math.floor(n / LEAST_PER_STAGE)));
  const ends = Array.from({ length: count }, (_, i) => Math.round(((i + 1) * n) / count));
  return ends.map((to, i) => {
    const start = rests === 'until' ? 0 : (ends[i - 1] ?? 0);
    const own = judged.slice(start, to);
    const figures = classId === null ? together(own) : ofClass(own, classId);
    return { from: start + 1, to, at: own.at(-1)?.at ?? 0, figures };
  });
}

function together(judged: readonly JudgedThen[]): QualityStage['figures'] {
  const hits = judged.filter(({ truth, said }) => sameClasses(truth, said)).length;
  const accuracy = proportion(hits, judged.length);
  return { precision: null, recall: null, f1: null, accuracy };
}

/** The class as a yes or no of its own: also where an item has several classes. */
function ofClass(judged: readonly JudgedThen[], classId: ClassId): QualityStage['figures'] {
  let hits = 0;
  let said = 0;
  let real = 0;
  for (const one of judged) {
    const isReal = one.truth.includes(classId);
    const isSaid = one.said.includes(classId);
    if (isReal) real += 1;
    if (isSaid) said += 1;
    if (isReal && isSaid) hits += 1;
  }
  const n = judged.length;
  return {
    precision: proportion(hits, said),
    recall: proportion(hits, real),
    f1: f1Figure(hits, said, real),
    accuracy: proportion(n - said - real + 2 * hits, n),
  };
}
