/** Labels that `auto` needs for 95 % of the full-data score, against random: the target of each set. */

import { type Curve, differences, meanOf, type Ratio, ratioOf } from '../curves.ts';
import { curvesOf, fullScores, type Source } from '../curves-of.ts';
import { capitals, scoreInWords, table, verdict } from '../markdown.ts';
import { needsBrowser, type SuiteSet } from '../sets.ts';

/** What a strategy may need of random's labels. */
const TARGET = 0.6;
const GOAL = 0.95;
/** With fewer labels random is at its goal about when the cold start ends and a strategy begins. */
const FEW = 30;

export function labelsSaved(source: Source): string {
  const sets = source.args.sets.filter((set) => !needsBrowser(set));
  const rows = sets.map((set) => rowOf(source, set));
  return [
    `Labels until the mean curve reaches 95 % of the score with the labels of the whole pool (same head, same features,`,
    `same split), and their ratio to random's; target: at most ${TARGET}. In brackets 90 % of a bootstrap over the seeds.`,
    `"Worse" is the lowest mean of *auto* minus random on the curve, seeds paired, and whether it exceeds two standard errors.`,
    '',
    table(
      [
        ...['data', 'measure', 'all labels', 'random', 'margin', 'auto', 'margin / random'],
        ...['auto / random', `target ${TARGET}`, 'auto worse than random at its worst', 'remark'],
      ],
      rows,
    ),
  ].join('\n');
}

function rowOf(source: Source, set: SuiteSet): readonly string[] {
  const full = meanOf([...fullScores(source, set).values()]);
  const margin = against(source, set, 'margin');
  const auto = against(source, set, 'auto');
  const longest = set.long;
  return [
    set.id,
    capitals(set.measure),
    scoreInWords(full),
    needed((auto ?? margin)?.random, longest),
    needed(margin?.strategy, longest),
    needed(auto?.strategy, longest),
    ratioInWords(margin),
    ratioInWords(auto),
    verdict(auto === null ? null : isMet(auto)),
    worstInWords(source, set),
    remark({ source, set, auto, margin }),
  ];
}

/** A bound from above that is low enough meets the target; null where neither arrives. */
function isMet({ ratio }: Ratio): boolean {
  return ratio !== null && ratio <= TARGET;
}

/** Over the seeds that strategy, random and full data share; null when there is none. */
export function against(source: Source, set: SuiteSet, strategy: string): Ratio | null {
  const full = fullScores(source, set);
  const shared = pairsOf(source, set, strategy).flatMap(({ seed, curve, other }) => {
    const all = full.get(seed);
    return all === undefined ? [] : [{ curve, other, goal: GOAL * all }];
  });
  return shared.length === 0 ? null : ratioOfPairs(shared);
}

/** The same with what random reaches at its last point as the goal, where 95 % is out of reach. */
function againstLast(source: Source, set: SuiteSet, strategy: string): Ratio | null {
  const pairs = pairsOf(source, set, strategy).map((pair) => ({
    ...pair,
    goal: pair.other.at(-1)?.score ?? 0,
  }));
  return pairs.length === 0 ? null : ratioOfPairs(pairs);
}

interface Pair {
  readonly curve: Curve;
  /** Random's. */
  readonly other: Curve;
}

function pairsOf(
  source: Source,
  set: SuiteSet,
  strategy: string,
): readonly (Pair & { readonly seed: number })[] {
  const random = new Map(curvesOf(source, set, 'random').map(({ seed, curve }) => [seed, curve]));
  return curvesOf(source, set, strategy).flatMap(({ seed, curve }) => {
    const other = random.get(seed);
    return other ? [{ seed, curve, other }] : [];
  });
}

function ratioOfPairs(pairs: readonly (Pair & { readonly goal: number })[]): Ratio {
  return ratioOf({
    strategy: pairs.map(({ curve }) => curve),
    random: pairs.map(({ other }) => other),
    goals: pairs.map(({ goal }) => goal),
  });
}

function needed(labels: number | null | undefined, longest: number): string {
  if (labels === undefined) return '–';
  return labels === null ? `over ${longest}` : labels.toFixed(0);
}

export function ratioInWords(found: Ratio | null): string {
  if (!found) return '–';
  if (found.ratio === null) return 'not reached';
  const { ratio, isBound, interval } = found;
  const range = interval ? ` [${interval.map((end) => end.toFixed(2)).join(', ')}]` : '';
  return `${isBound ? 'at most ' : ''}${ratio.toFixed(2)}${range}`;
}

function worstInWords(source: Source, set: SuiteSet): string {
  const pairs = pairsOf(source, set, 'auto');
  const all = differences(
    pairs.map(({ curve }) => curve),
    pairs.map(({ other }) => other),
  );
  const [worst] = [...all].sort((a, b) => a.mean - b.mean);
  if (!worst) return '–';
  const error = worst.error === null ? '' : ` ± ${worst.error.toFixed(3)}`;
  const worse = all.filter(({ isWorse }) => isWorse).map(({ labels }) => labels);
  const noise = worse.length === 0 ? 'within noise' : `**beyond noise at ${worse.join(', ')}**`;
  const how = worst.error === null ? 'one seed tells no noise' : noise;
  return `${worst.mean.toFixed(3)}${error} at ${worst.labels}: ${how} (n = ${pairs.length})`;
}

interface Remarked {
  readonly source: Source;
  readonly set: SuiteSet;
  readonly auto: Ratio | null;
  readonly margin: Ratio | null;
}

/** Why the target is missed, as far as the figures themselves tell. */
function remark({ source, set, auto, margin }: Remarked): string {
  if (!auto || isMet(auto)) return '';
  if (auto.ratio === null) {
    const who = auto.random === null ? 'neither arrives' : 'auto does not arrive';
    const last = againstLast(source, set, 'auto')?.ratio;
    const lower = last ? `; what random has there auto has after ${last.toFixed(2)} of that` : '';
    return `${who} by ${set.long} labels${lower}`;
  }
  if (auto.random !== null && auto.random < FEW)
    return `random needs only ${auto.random.toFixed(0)} labels: little is left to save`;
  if (!margin?.ratio) return '';
  if (isMet(margin)) return 'margin alone would meet it';
  return `being unsure tells little here: margin needs ${margin.ratio.toFixed(2)} of random's labels too`;
}
