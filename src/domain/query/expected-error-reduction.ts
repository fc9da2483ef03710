import { entropyAt } from './entropy-at.ts';
import { entropyAfterClass, entropyAfterSet } from './expected-error.ts';
import { drawTargets, screen } from './screen.ts';
import type { QueryInput, QueryStrategy } from './strategy.ts';
import { topRows } from './top-rows.ts';

const MOST_ROWS = 150;
const MOST_ITEMS = 400;
/** Probabilities that a choice may compute anew: rows x items x answers x classes. */
const MOST_VALUES = 2_000_000;

/** Candidates and items that judge them shrink alike as classes grow. */
function sizesOf({ classes, mode }: QueryInput): { rows: number; items: number } {
  const answers = mode === 'multi' ? 2 * classes : classes * classes;
  const all = MOST_ROWS * MOST_ITEMS * Math.max(1, answers);
  const share = Math.sqrt(Math.min(1, MOST_VALUES / all));
  return { rows: Math.ceil(share * MOST_ROWS), items: Math.ceil(share * MOST_ITEMS) };
}

/**
 * No model is fitted again: each possible answer moves the scores by one Newton step through the
 * posterior covariance (`one-step.ts`). Rows are the screened candidates, items a random draw.
 */
export const expectedErrorReduction = {
  id: 'expected-error-reduction',
  family: 'outcome',
  label: 'Least doubt left over',
  hint: 'Tries every possible answer and asks the item after which the others would be least in doubt. Slower.',
  source: 'Roy and McCallum, ICML 2001: sum_y p(y|x) sum_u H(p+(.|u)), least first',
  needsModel: true,
  rank(input) {
    const { probabilities, classes, mode, posterior } = input;
    const sizes = sizesOf(input);
    const drawn = drawTargets(input, sizes.items);
    const rows = screen(input, sizes.rows);
    const covariance = posterior.covariance(rows, drawn);
    const variances = posterior.variances(rows);
    const items = new Float32Array(drawn.length * classes);
    let now = 0;
    drawn.forEach((row, u) => {
      items.set(probabilities.subarray(row * classes, (row + 1) * classes), u * classes);
      now += entropyAt(items, u * classes, input) / drawn.length;
    });
    const after = mode === 'multi' ? entropyAfterSet : entropyAfterClass;
    const gainOf = (row: number, i: number): number => {
      const own = probabilities.subarray(row * classes, (row + 1) * classes);
      const shared = covariance.subarray(i * drawn.length, (i + 1) * drawn.length);
      const variance = variances[i] as number;
      return now - after({ own, variance, covariance: shared, items });
    };
    const why = { kind: 'reduces-error', compared: rows.length, items: drawn.length } as const;
    return topRows(rows, input.count, gainOf, () => why);
  },
} as const satisfies QueryStrategy;
