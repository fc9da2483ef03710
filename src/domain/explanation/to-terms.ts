/**
 * What feedback means for the objective  J(w) = sum_r c_r loss_r(w) + 1/2 sum_j tau_j (w_j - m_j)^2:
 * every act adds a row or moves a prior, so that the model is the minimum and withdrawing is exact.
 * The same for every modality; which columns a feature stands for is the explainer's business.
 */
import { sameClasses } from '../classes.ts';
import { coveredShare } from '../content.ts';
import type { ClassId, EventId, ItemContent, ItemId, LabelMode, RegionPatch } from '../records.ts';
import type { ItemLabel } from '../state.ts';
import { type FeatureRef, featureKey } from './feature.ts';
import type { Gesture } from './gestures.ts';
import {
  type FeedbackEvent,
  gestureOf,
  type JudgedEvent,
  type StandingFeedback,
} from './standing-feedback.ts';

/**
 * What a word that speaks for a class adds, in logits, on a typical item that has it. So a hint says
 * as much in a long text, where a word weighs little, as in a short one. Measured with simulated
 * people on paired reviews: 0.3 to 0.5 serve alike, 0.8 costs points once 200 labels are there.
 */
export const WORD_LOGITS = 0.4;
/** Precision of an irrelevant feature as a multiple: evidence can still win. */
export const IRRELEVANT_FACTOR = 100;
/** How strongly a change that must not matter is held to it. */
export const INVARIANCE_WEIGHT = 10;
/**
 * How strongly what a confirmed removal took away speaks for the answer it had carried. Measured on paired
 * reviews: 1 teaches too little at 50 labels, 10 costs two points on originals at 200 (README).
 */
export const CONFIRMED_WEIGHT = 3;
/** How strongly a place that has nothing to do with it is held to that: places recur in other items. */
export const REGION_WEIGHT = 100;

export interface PriorTerm {
  readonly feature: FeatureRef;
  readonly eventIds: readonly EventId[];
  /** Expected contribution on a typical item, in logits, [classes]. */
  readonly means: readonly number[];
  readonly factor: number;
  readonly isRule: boolean;
  /** Of a column: 1 for the classes it was said to raise, -1 to lower, 0 otherwise, [classes]. */
  readonly signs?: readonly number[];
}

export interface RowTerm {
  /** Names the content for good: equal keys, equal rows. */
  readonly key: string;
  readonly eventId: EventId;
  readonly itemId: ItemId;
  readonly gesture: Gesture;
  readonly content: ItemContent;
  readonly classes: readonly number[];
  /** Share per class where that is not simply `classes`. */
  readonly target: readonly number[] | null;
  readonly weight: number;
  /**
   * `difference`: the row is content less the item's own, and its scores are drawn to zero.
   * `evidence`: the row is the item's own less the content, which lacks the evidence; log loss.
   */
  readonly kind: 'copy' | 'difference' | 'evidence';
  /** True when the model wrote the content. */
  readonly isProposed: boolean;
}

export interface TeachingTerms {
  readonly priors: readonly PriorTerm[];
  readonly rows: readonly RowTerm[];
}

export interface TermsInput {
  readonly feedback: StandingFeedback;
  readonly classIds: readonly ClassId[];
  readonly mode: LabelMode;
  /** Items whose pairs are the contrast test set. */
  readonly heldOut: ReadonlySet<ItemId>;
  /** What items are, by the standing answers. */
  readonly answers: ReadonlyMap<ItemId, Pick<ItemLabel, 'kind' | 'classes'>>;
}

export function toTerms(input: TermsInput): TeachingTerms {
  const { feedback, heldOut } = input;
  const acts = [...feedback.regions, ...feedback.edits, ...feedback.judgements]
    .filter(({ itemId }) => !heldOut.has(itemId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { priors: priorsOf(input), rows: acts.flatMap((act) => rowsOf(act, input)) };
}

function priorsOf({ feedback, classIds, mode }: TermsInput): readonly PriorTerm[] {
  const byFeature = new Map<string, PriorTerm>();
  for (const { id, feature, stance, classId, strength } of feedback.marks) {
    if (stance === 'later') continue;
    const key = featureKey(feature);
    const before = byFeature.get(key);
    const own = classId === null ? -1 : classIds.indexOf(classId);
    if (stance !== 'irrelevant' && own < 0) continue;
    const sign = stance === 'irrelevant' ? 0 : stance === 'for' ? 1 : -1;
    const means = classIds.map(
      (_, c) => (before?.means[c] ?? 0) + sign * shareOf(c, own, classIds.length, mode),
    );
    byFeature.set(key, {
      feature,
      eventIds: [...(before?.eventIds ?? []), id],
      means,
      factor: stance === 'irrelevant' ? IRRELEVANT_FACTOR : (before?.factor ?? 1),
      isRule: strength === 'rule' || (before?.isRule ?? false),
      ...(feature.kind === 'column' ? { signs: signsOf(before, own, sign, classIds) } : {}),
    });
  }
  return [...byFeature.values()];
}

/** What was said last of a class holds. */
function signsOf(
  before: PriorTerm | undefined,
  own: number,
  sign: number,
  classIds: readonly ClassId[],
): readonly number[] {
  return classIds.map((_, c) => (c === own ? sign : (before?.signs?.[c] ?? 0)));
}

/** Among classes of which one is chosen the means sum to zero, since only differences count. */
function shareOf(c: number, own: number, classes: number, mode: LabelMode): number {
  if (mode === 'multi') return c === own ? WORD_LOGITS : 0;
  return WORD_LOGITS * ((c === own ? 1 : 0) - 1 / classes);
}

type Act = Exclude<FeedbackEvent, { type: 'feature-marked' }>;
type RegionAct = Extract<Act, { type: 'region-marked' }>;

function rowsOf(act: Act, input: TermsInput): readonly RowTerm[] {
  return act.type === 'region-marked' ? regionRows(act, input) : copyRows(act, input);
}

/**
 * A place that has nothing to do with it: the item with and without it must score alike. A place
 * that is the evidence: what it adds must speak for the class (Zaidan et al. 2007).
 */
function regionRows(act: RegionAct, { classIds, mode }: TermsInput): readonly RowTerm[] {
  const own = act.classId === null ? -1 : classIds.indexOf(act.classId);
  const { id: eventId, itemId, without: content } = act;
  const gesture = gestureOf(act);
  const common = { key: eventId, eventId, itemId, gesture, content, isProposed: false };
  if (act.stance === 'irrelevant')
    return [{ ...common, classes: [], target: null, weight: REGION_WEIGHT, kind: 'difference' }];
  if (own < 0) return [];
  // Of several independent classes the evidence says nothing about the others.
  const target = mode === 'multi' ? classIds.map((_, c) => (c === own ? 1 : 0.5)) : null;
  return [{ ...common, classes: [own], target, weight: 1, kind: 'evidence' }];
}

function copyRows(act: Exclude<Act, RegionAct>, input: TermsInput): readonly RowTerm[] {
  const { classIds, mode } = input;
  const indices = (ids: readonly ClassId[]): number[] =>
    ids.map((id) => classIds.indexOf(id)).filter((index) => index >= 0);
  const copy = (classes: number[], target: readonly number[] | null = null): RowTerm => {
    const { id: eventId, itemId, content } = act;
    const isProposed = act.type === 'counterfactual-judged';
    const gesture = gestureOf(act);
    const common = { key: eventId, eventId, itemId, gesture, content, classes, target };
    return { ...common, weight: 1, kind: 'copy', isProposed };
  };
  if (act.type === 'counterfactual-judged') {
    const isSame = act.verdict === 'stays';
    const classes = indices(isSame ? act.from : act.to);
    if (act.verdict === 'nonsense' || !isAnswer(classes, mode)) return [];
    if (!isSame && isRemoval(act, input)) return [evidenceOf(act, input, copy(classes))];
    return [{ ...copy(classes), weight: isSame ? changedShare(act) : 1 }];
  }
  const classes = indices(act.classes);
  if (act.stance === 'boundary') {
    const target = classIds.map((_, c) => (classes.includes(c) ? 0.5 : 0));
    return classes.length === 2 ? [copy(classes, target)] : [];
  }
  if (!isAnswer(classes, mode)) return [];
  if (act.stance === 'flips') return [copy(classes)];
  const difference: RowTerm = {
    ...copy([]),
    key: `${act.id}-difference`,
    weight: INVARIANCE_WEIGHT,
    kind: 'difference',
  };
  return [copy(classes), difference];
}

/**
 * True where the item is what the model took it for and the proposal only took something away: then
 * what was taken away carried the answer. Of an item that was never answered, or has another answer,
 * only the changed copy is known.
 */
function isRemoval(act: JudgedEvent, { answers, classIds }: TermsInput): boolean {
  const { itemId, from, changes } = act;
  const answer = answers.get(itemId);
  if (answer?.kind !== 'answered' || !sameClasses(answer.classes, from)) return false;
  return changes.every(({ put }) => put === null) && from.every((id) => classIds.includes(id));
}

/** What was taken away, as evidence of the answer before; it says nothing of independent classes that stay. */
function evidenceOf(act: JudgedEvent, { classIds, mode }: TermsInput, copy: RowTerm): RowTerm {
  const { id, from, to } = act;
  const share = (c: ClassId): number =>
    from.includes(c) === to.includes(c) ? 0.5 : from.includes(c) ? 1 : 0;
  const classes = from.map((c) => classIds.indexOf(c));
  const target = mode === 'multi' ? classIds.map(share) : null;
  const key = `${id}-evidence`; // Where the item's answer changes it becomes a copy: another row.
  return { ...copy, key, classes, target, weight: CONFIRMED_WEIGHT, kind: 'evidence' };
}

/**
 * Share of the item that a proposal changed: of its characters, cells or area. Where the answer stays, the copy says as
 * much as its item once more, but for what changed: counted in full, such copies (they lie on the
 * boundary, so each pulls with all its weight) cost 5 points of accuracy on long reviews.
 */
function changedShare({ content, changes }: Pick<JudgedEvent, 'content' | 'changes'>): number {
  if (content.kind === 'table')
    return changes.length / Math.max(1, Object.keys(content.cells).length);
  if (content.kind !== 'text') return patchedShare(content.patches ?? []);
  const lengthOf = (part: (change: (typeof changes)[number]) => string): number =>
    changes.reduce((sum, change) => sum + part(change).length, 0);
  const removed = lengthOf((change) => change.removed);
  const put = lengthOf((change) => change.put ?? '');
  return Math.max(removed, put) / Math.max(1, content.text.length - put + removed);
}

function patchedShare(patches: readonly RegionPatch[]): number {
  return coveredShare(patches.map(({ region }) => region));
}

function isAnswer(classes: readonly number[], mode: LabelMode): boolean {
  return mode === 'multi' || classes.length === 1;
}
