/** Which items are looked for among all of a project, and in which order. Plain data: it lives in an address. */
import type { AnnotatorId, ClassId, ImportId } from '../records.ts';

export const DECISIONS = ['all', 'undecided', 'answered', 'given', 'skipped', 'unsure'] as const;
/** What was decided about an item; `given`: its label came with the import and nobody answered it. */
export type DecisionFilter = (typeof DECISIONS)[number];

export const SORTS = ['file', 'newest', 'probability', 'margin', 'against'] as const;
/**
 * `file`: order of the import. `newest`: date of the decision. `probability`: of the model's answer.
 * `margin`: the doubtful first. `against`: labels in which the model believes least first.
 */
export type BrowseSort = (typeof SORTS)[number];

export interface BrowseFilter {
  /** Words that must all occur, in any order and case. */
  readonly text: string;
  readonly decision: DecisionFilter;
  /** Labelled with this class, by a person or by the import; null = any or none. */
  readonly label: ClassId | null;
  readonly predicted: ClassId | null;
  /** Band of the probability of the model's answer, whole per cents, both ends included. */
  readonly low: number;
  readonly high: number;
  /** Only items whose label is not what the model says. */
  readonly isDiffering: boolean;
  readonly isFlagged: boolean;
  /** Only answers to questions that were drawn at random to measure the model. */
  readonly isAudit: boolean;
  readonly by: AnnotatorId | null;
  readonly from: ImportId | null;
  readonly sort: BrowseSort;
  readonly isReversed: boolean;
}

export const EVERYTHING: BrowseFilter = {
  text: '',
  decision: 'all',
  label: null,
  predicted: null,
  low: 0,
  high: 100,
  isDiffering: false,
  isFlagged: false,
  isAudit: false,
  by: null,
  from: null,
  sort: 'file',
  isReversed: false,
};

/** Orders that go by what the model says. */
export const MODEL_SORTS: readonly BrowseSort[] = ['probability', 'margin', 'against'];

/** What is left of it where the model's answers are not to be seen. */
export function withoutModel(filter: BrowseFilter): BrowseFilter {
  const { predicted, low, high, isDiffering } = EVERYTHING;
  const sort = MODEL_SORTS.includes(filter.sort) ? EVERYTHING.sort : filter.sort;
  return { ...filter, predicted, low, high, isDiffering, sort };
}

/** How many of the conditions narrow what is shown; the order is none. */
export function conditionCount(filter: BrowseFilter): number {
  return [
    filter.text.trim() !== '',
    filter.decision !== 'all',
    filter.label !== null,
    filter.predicted !== null,
    filter.low > 0 || filter.high < 100,
    filter.isDiffering,
    filter.isFlagged,
    filter.isAudit,
    filter.by !== null,
    filter.from !== null,
  ].filter(Boolean).length;
}
