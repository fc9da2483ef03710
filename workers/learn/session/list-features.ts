/** The model's vocabulary: weights, frequencies, what people said, and where labels disagree. */
import { findConflict } from '../../../src/domain/explanation/conflict.ts';
import {
  type FeatureRef,
  featureKey,
  featureName,
} from '../../../src/domain/explanation/feature.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { FeatureConflict, FeatureList, FeatureQuery, FeatureRow } from '../../api.ts';
import { columnSums, typicalValue } from './column-sums.ts';
import type { LearnSession } from './learn-session.ts';

type Marks = ReturnType<typeof standingFeedback>['marks'];

interface Entry {
  readonly feature: FeatureRef;
  readonly columns: readonly number[];
  readonly items: number;
  readonly marks: Marks;
}

export function listFeatures(session: LearnSession, query: FeatureQuery): FeatureList {
  const { labels } = session;
  const { classIds } = labels;
  const own = query.classId === null ? -1 : classIds.indexOf(query.classId);
  const strength = (entry: Entry): number => {
    const weights = weightsOf(entry, session);
    if (!weights) return Number.NEGATIVE_INFINITY;
    return own >= 0 ? (weights[own] ?? 0) : Math.max(...weights.map(Math.abs));
  };
  const found = entries(session).filter((entry) => matches(entry, query));
  const sorted = sortEntries(found, query, strength);
  const rows = sorted
    .slice(query.offset, query.offset + query.limit)
    .map((entry) => toRow(entry, session));
  return { classIds, total: found.length, rows };
}

function matches({ feature, marks }: Entry, { search, isSaidOnly }: FeatureQuery): boolean {
  if (isSaidOnly && marks.length === 0) return false;
  return search === '' || featureName(feature).toLowerCase().includes(search.toLowerCase());
}

function sortEntries(
  found: readonly Entry[],
  { sort }: FeatureQuery,
  strength: (entry: Entry) => number,
): readonly Entry[] {
  const byName = (a: Entry, b: Entry): number =>
    featureName(a.feature) < featureName(b.feature) ? -1 : 1;
  if (sort === 'name') return [...found].sort(byName);
  const keyOf = (entry: Entry): number =>
    sort === 'items' ? entry.items : sort === 'said' ? entry.marks.length : strength(entry);
  return found
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => b.key - a.key || byName(a.entry, b.entry))
    .map(({ entry }) => entry);
}

/** Every column, and families and unknown words that something was said of. */
function entries({ explainer, encoded, state }: LearnSession): readonly Entry[] {
  const { marks } = standingFeedback(state);
  const byKey = new Map<string, Marks[number][]>();
  for (const mark of marks) {
    const key = featureKey(mark.feature);
    byKey.set(key, [...(byKey.get(key) ?? []), mark]);
  }
  const { items: counts } = columnSums(encoded.features);
  const known = knownFeatures({ explainer, encoded }).map(([key, { feature, columns }]): Entry => {
    const items = columns.reduce((most, column) => Math.max(most, counts[column] ?? 0), 0);
    return { feature, columns, items, marks: byKey.get(key) ?? [] };
  });
  const isKnown = new Set(known.map(({ feature }) => featureKey(feature)));
  const others = [...byKey.values()].flatMap((own): Entry[] => {
    const [first] = own;
    if (!first) return [];
    const { feature } = first;
    const columns = explainer.columnsOf(encoded.encoderState, feature);
    if (isKnown.has(featureKey(feature))) return [];
    const items = rowsWith(encoded.features, columns).length;
    return [{ feature, columns, items, marks: own }];
  });
  return [...others, ...known];
}

type KnownFeature = readonly [
  key: string,
  one: { readonly feature: FeatureRef; readonly columns: number[] },
];

/** The features behind the sparse columns, each once: a column of a table has several of them. */
function knownFeatures({
  explainer,
  encoded,
}: Pick<LearnSession, 'explainer' | 'encoded'>): readonly KnownFeature[] {
  const byKey = new Map<string, { feature: FeatureRef; columns: number[] }>();
  explainer.names(encoded.encoderState).forEach((_, column) => {
    if (explainer.isFeature?.(encoded.encoderState, column) === false) return;
    const feature = explainer.featureAt(encoded.encoderState, column);
    const key = featureKey(feature);
    const one = byKey.get(key);
    if (one) one.columns.push(column);
    else byKey.set(key, { feature, columns: [column] });
  });
  return [...byKey];
}

function toRow({ feature, columns, items, marks }: Entry, session: LearnSession): FeatureRow {
  return {
    feature,
    weights: weightsOf({ feature, columns }, session),
    items,
    said: marks.map(({ id }) => id),
    conflict: marks.length > 0 ? conflictOf(marks, columns, session) : null,
  };
}

/**
 * Weight of a single column. Of a number, which has several: what they add between a low value and a
 * high one, each at its typical size. Null for families of words.
 */
function weightsOf(
  { feature, columns }: Pick<Entry, 'feature' | 'columns'>,
  { learner, explainer, encoded }: LearnSession,
): readonly number[] | null {
  const { classes, sparse } = learner.head();
  const [column] = columns;
  if (column !== undefined && columns.length === 1) return centred(sparse, column, classes);
  const rising = explainer.risingColumns?.(encoded.encoderState, feature) ?? [];
  if (rising.length === 0) return null;
  const sums = new Array<number>(classes).fill(0);
  for (const one of rising) {
    const typical = typicalValue(encoded.features, one);
    centred(sparse, one, classes).forEach((weight, c) => {
      sums[c] = (sums[c] ?? 0) + typical * weight;
    });
  }
  return sums;
}

function conflictOf(
  marks: Marks,
  columns: readonly number[],
  { labels, encoded }: LearnSession,
): FeatureConflict | null {
  const has = new Set(
    rowsWith(
      encoded.features,
      columns,
      labels.training.map(({ row }) => row),
    ),
  );
  const all = new Array<number>(labels.classIds.length).fill(0);
  const withFeature = [...all];
  for (const { row, classes } of labels.training) {
    for (const c of classes) {
      all[c] = (all[c] ?? 0) + 1;
      if (has.has(row)) withFeature[c] = (withFeature[c] ?? 0) + 1;
    }
  }
  for (const { id, stance, classId } of marks) {
    const classIndex = classId === null ? -1 : labels.classIds.indexOf(classId);
    const conflict = findConflict({ stance, classIndex, withFeature, all });
    if (conflict) return { eventId: id, ...conflict };
  }
  return null;
}

/** Weights of a column less their mean: only differences between classes decide. */
export function centred(sparse: Float32Array, column: number, classes: number): readonly number[] {
  const own = [...sparse.subarray(column * classes, (column + 1) * classes)];
  const mean = own.reduce((sum, value) => sum + value, 0) / Math.max(1, classes);
  return own.map((value) => value - mean);
}

/** Rows (of those listed, or all) that have any of the columns. */
export function rowsWith(
  { sparse, rows }: Features,
  columns: readonly number[],
  among?: readonly number[],
): readonly number[] {
  if (columns.length === 0) return [];
  const wanted = new Set(columns);
  const found: number[] = [];
  const look = (row: number): void => {
    for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
      if (!wanted.has(sparse.indices[e] as number)) continue;
      found.push(row);
      return;
    }
  };
  if (among) among.forEach(look);
  else for (let row = 0; row < rows; row++) look(row);
  return found;
}
