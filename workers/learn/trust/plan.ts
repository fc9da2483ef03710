/** Who decides about these items: the model's answers, calibrated, put through the project's settings. */
import { createRng, deriveSeed } from '../../../src/domain/math/rng.ts';
import type { Item } from '../../../src/domain/records.ts';
import type { CalibrationMap } from '../../../src/domain/trust/calibration/map.ts';
import type { DelegationLevel, RoutedItem } from '../../../src/domain/trust/decisions.ts';
import { routeItem } from '../../../src/domain/trust/route-item.ts';
import { readAnswer, rowOf, type TrustSource } from './report.ts';
import type { Familiar } from './unlike.ts';

export interface PlanSource extends TrustSource {
  readonly level: DelegationLevel;
  readonly calibration: CalibrationMap;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly familiar: Familiar;
}

/** `row` is the item's row in the probabilities. */
export function planFor(
  source: PlanSource,
  items: readonly { readonly item: Item; readonly row: number }[],
): readonly RoutedItem[] {
  return items.map(({ item, row }) => {
    const { calibration } = source;
    const read = readAnswer(source, rowOf(source, row), calibration);
    const { route, reason } = routeItem({
      ...read,
      level: source.level,
      thresholds: source.thresholds,
      ...wordsOf(item),
      isUnlike: source.familiar.isUnlike(row),
      // By item and seed, so that deciding again draws the same spot checks.
      draw: createRng(deriveSeed(source.seed, 'spot-check', item.id)).next(),
    });
    const { classes, probability, score } = read;
    const scored = score === probability ? {} : { score };
    return { itemId: item.id, classes, probability, ...scored, route, reason };
  });
}

/** What rules read: the text, or the name of the file; imported fields, and the cells of a row. */
export function wordsOf({ content, fields }: Item): {
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
} {
  if (content.kind === 'text') return { text: content.text, fields };
  if (content.kind === 'table')
    return {
      text: Object.values(content.cells).join(' '),
      fields: { ...content.cells, ...fields },
    };
  return { text: content.name, fields };
}
