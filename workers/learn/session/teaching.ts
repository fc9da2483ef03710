/**
 * From the feedback that stands to what the learner takes: priors on columns and virtual rows. The
 * rows are encoded once per act and learner; an act that is taken back is simply no longer listed.
 */
import {
  contrastPairs,
  heldOutItems,
  isAudit,
} from '../../../src/domain/explanation/contrast-set.ts';
import { featureKey } from '../../../src/domain/explanation/feature.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import {
  type PriorTerm,
  type RowTerm,
  type TeachingTerms,
  toTerms,
} from '../../../src/domain/explanation/to-terms.ts';
import type { ClassId, ItemContent, ItemId } from '../../../src/domain/records.ts';
import type { ProjectState } from '../../../src/domain/state.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { Explainer } from '../../../src/modalities/explain-contract.ts';
import type { FeaturePrior, LabelledRow, Learner } from '../learner.ts';
import { typicalValue } from './column-sums.ts';
import { Unreadable } from './inputs.ts';
import type { RowLabel } from './labels.ts';
import { subtractRow } from './subtract-row.ts';

export interface Taught {
  readonly terms: TeachingTerms;
  readonly priors: readonly FeaturePrior[];
  /** In the order of `terms.rows`; rows of items that are not here are left out. */
  readonly rows: readonly {
    readonly term: Pick<RowTerm, 'eventId'>;
    readonly label: LabelledRow;
  }[];
}

/**
 * Items whose feedback is not learned: those of the contrast test set, with both members of each
 * pair, and audit draws, which must stay unknown to the model.
 */
export function heldOutOf(state: ProjectState): ReadonlySet<ItemId> {
  const feedback = standingFeedback(state);
  const acts = [...feedback.regions, ...feedback.edits, ...feedback.judgements];
  return new Set([
    ...heldOutItems(state, contrastPairs(state, feedback)),
    ...acts.map(({ itemId }) => itemId).filter((itemId) => isAudit(state, itemId)),
  ]);
}

export function termsOf(
  state: ProjectState,
  classIds: readonly ClassId[],
  heldOut: ReadonlySet<ItemId>,
): TeachingTerms {
  const feedback = standingFeedback(state);
  const { mode } = state.project;
  return toTerms({ feedback, classIds, mode, heldOut, answers: state.labels });
}

export interface TeachInput {
  readonly terms: TeachingTerms;
  readonly learner: Learner;
  readonly encode: (contents: readonly ItemContent[]) => Promise<Features>;
  readonly encoderState: unknown;
  readonly explainer: Explainer<unknown, unknown>;
  readonly features: Features;
  readonly rowOf: ReadonlyMap<ItemId, number>;
}

/** Where each virtual row of a learner lies. */
const places = new WeakMap<Learner, Map<string, number>>();

export async function teach(input: TeachInput): Promise<Taught> {
  const { terms, learner } = input;
  const priors = toPriors(terms.priors, input);
  const known = places.get(learner) ?? new Map<string, number>();
  places.set(learner, known);
  const rows: Taught['rows'][number][] = [];
  for (const term of terms.rows) {
    const row = known.get(term.key) ?? (await append(term, input));
    if (row === null) continue;
    known.set(term.key, row);
    rows.push({ term, label: toLabel(term, row, input.rowOf) });
  }
  for (const prior of terms.priors) rows.push(...(await influenceRows(prior, input, known)));
  return { terms, priors, rows };
}

/**
 * How strongly an irrelevant feature is kept out of the latent view, over all its difference rows:
 * `IRRELEVANT_FACTOR` is its measure in the named one.
 */
const INFLUENCE_WEIGHT = 4;

/** A feature that has nothing to do with it must do nothing through the latent view either. */
async function influenceRows(
  { feature, factor, eventIds }: PriorTerm,
  { explainer, encoderState, learner }: TeachInput,
  known: Map<string, number>,
): Promise<Taught['rows']> {
  const eventId = eventIds.at(-1);
  if (factor === 1 || !eventId || !explainer.influenceOf) return [];
  const differences = await explainer.influenceOf(encoderState, feature);
  if (!differences) return [];
  const key = `influence ${featureKey(feature)}`;
  const first = known.get(key) ?? learner.appendVirtual(differences);
  known.set(key, first);
  return Array.from({ length: differences.rows }, (_, i) => ({
    term: { eventId },
    label: {
      ...{ row: first + i, classes: [], weight: INFLUENCE_WEIGHT },
      ...{ isVirtual: true, loss: 'square', isDifference: true },
    },
  }));
}

async function append(term: RowTerm, input: TeachInput): Promise<number | null> {
  const { encode, learner, features, rowOf } = input;
  const own = await encode([term.content]).catch((error: unknown) => {
    if (error instanceof Unreadable) return null; // A file is gone: what was taught with it rests.
    throw error;
  });
  if (!own) return null;
  if (term.kind === 'copy') return learner.appendVirtual(own);
  const original = rowOf.get(term.itemId);
  if (original === undefined) return null;
  const difference = subtractRow(own, features, original);
  return learner.appendVirtual(term.kind === 'evidence' ? negated(difference) : difference);
}

function toLabel(
  { classes, target, weight, kind, itemId, isProposed }: RowTerm,
  row: number,
  rowOf: ReadonlyMap<ItemId, number>,
): LabelledRow {
  const copyOf = rowOf.get(itemId);
  return {
    row,
    ...(copyOf === undefined ? {} : { copyOf }),
    classes,
    weight,
    isVirtual: true,
    ...(isProposed ? { isProposed } : {}),
    ...(target ? { target } : {}),
    ...(kind === 'difference' ? { loss: 'square' as const } : {}),
    ...(kind === 'copy' ? {} : { isDifference: true }),
  };
}

function negated(features: Features): Features {
  const { sparse, dense } = features;
  const flip = (values: Float32Array): Float32Array => values.map((value) => -value);
  return { ...features, dense: flip(dense), sparse: { ...sparse, values: flip(sparse.values) } };
}

type ColumnSource = Pick<TeachInput, 'explainer' | 'encoderState' | 'features'>;

/** What was said of a word itself outweighs what was said of a family it belongs to. */
export function toPriors(
  terms: readonly PriorTerm[],
  { explainer, encoderState, features }: ColumnSource,
): readonly FeaturePrior[] {
  const byColumn = new Map<number, FeaturePrior & { readonly isFamily: boolean }>();
  const ordered = [...terms].sort((a, b) => rank(a) - rank(b));
  for (const term of ordered) {
    const { feature, means, factor, isRule } = term;
    const rising = risingPriors(term, explainer, encoderState);
    if (rising) {
      for (const own of rising) byColumn.set(own.column, { ...own, isFamily: false });
      continue;
    }
    const isFamily = feature.kind === 'pattern';
    for (const column of explainer.columnsOf(encoderState, feature)) {
      const before = byColumn.get(column);
      const typical = typicalValue(features, column);
      const scaled = means.map((mean) => mean / typical);
      const own = { block: 'sparse' as const, column, means: scaled, factor, isRule, isFamily };
      byColumn.set(column, before?.isFamily && isFamily ? both(before, own) : own);
    }
  }
  return [...byColumn.values()];
}

/** More of a number raises or lowers a class: a sign on each of its columns, and no expected weight. */
function risingPriors(
  { feature, signs, factor }: PriorTerm,
  explainer: Explainer<unknown, unknown>,
  state: unknown,
): readonly FeaturePrior[] | null {
  if (factor !== 1 || !signs?.some((sign) => sign !== 0)) return null;
  const columns = explainer.risingColumns?.(state, feature);
  return columns?.map((column) => ({ block: 'sparse', column, signs })) ?? null;
}

function rank({ feature }: PriorTerm): number {
  return feature.kind === 'pattern' ? 0 : 1;
}

function both<T extends FeaturePrior>(a: T, b: T): T {
  return {
    ...b,
    means: b.means?.map((mean, c) => mean + (a.means?.[c] ?? 0)) ?? [],
    factor: Math.max(a.factor ?? 1, b.factor ?? 1),
    isRule: a.isRule || b.isRule,
  };
}

/** Labels and virtual rows in the order of their events (labels of the import first). */
export function inEventOrder(
  training: readonly RowLabel[],
  rows: Taught['rows'],
): readonly LabelledRow[] {
  if (rows.length === 0) return training;
  const all = [
    ...training.map((label) => ({ label: label as LabelledRow, at: label.eventId ?? '' })),
    ...rows.map(({ term, label }) => ({ label, at: term.eventId })),
  ];
  // Sorting is stable: what came with the import stays in the order of its rows.
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ label }) => label);
}
