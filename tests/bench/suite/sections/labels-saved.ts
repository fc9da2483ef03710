/** Labels that `auto` needs for 95 % of the full-data score, against random: the target of each set. */

import { differences, meanOf, type Ratio, ratioOf } from '../curves.ts';
import { curvesOf, fullScores, type Source } from '../curves-of.ts';
import { capitals, scoreInWords, table, verdict } from '../markdown.ts';
import { needsBrowser, type SuiteSet } from '../sets.ts';

/** What a strategy may need of random's labels. */
const TARGET = 0.6;
const GOAL = 0.95;
/** Below so many labels a class random is at its goal before any strategy has learned something. */
const FEW_A_CLASS = 6;

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
    remark({ set, auto, margin }),
  ];
}

/** A bound from above that is low enough meets the target; null where neither arrives. */
function isMet({ ratio }: Ratio): boolean {
  return ratio !== null && ratio <= TARGET;
}

/** Over the seeds that strategy, random and full data share; null when there is none. */
export function against({ args, lookup }: Source, set: SuiteSet, strategy: string): Ratio | null {
  const source = { args, lookup };
  const full = fullScores(source, set);
  const random = new Map(curvesOf(source, set, 'random').map(({ seed, curve }) => [seed, curve]));
  const shared = curvesOf(source, set, strategy).flatMap(({ seed, curve }) => {
    const other = random.get(seed);
    const all = full.get(seed);
    return other && all !== undefined ? [{ curve, other, goal: GOAL * all }] : [];
  });
  if (shared.length === 0) return null;
  return ratioOf({
    strategy: shared.map(({ curve }) => curve),
    random: shared.map(({ other }) => other),
    goals: shared.map(({ goal }) => goal),
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
  const random = new Map(curvesOf(source, set, 'random').map(({ seed, curve }) => [seed, curve]));
  const pairs = curvesOf(source, set, 'auto').flatMap(({ seed, curve }) => {
    const other = random.get(seed);
    return other ? [{ curve, other }] : [];
  });
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
  readonly set: SuiteSet;
  readonly auto: Ratio | null;
  readonly margin: Ratio | null;
}

/** Why the target is missed, as far as the figures themselves tell. */
function remark({ set, auto, margin }: Remarked): string {
  if (!auto || isMet(auto)) return '';
  if (auto.ratio === null && auto.random === null) return `neither arrives by ${set.long} labels`;
  if (auto.ratio === null) return `auto does not arrive by ${set.long} labels`;
  if (auto.random !== null && auto.random < FEW_A_CLASS * 5)
    return `random needs only ${auto.random.toFixed(0)} labels: little is left to save`;
  if (margin?.ratio && margin.ratio > TARGET)
    return `being unsure tells little here: margin needs ${margin.ratio.toFixed(2)} of random's labels too`;
  return 'margin alone would meet it';
}
