import { drawCommittee } from './committee-rank.ts';
import { expectedInformation } from './expected-information.ts';
import { drawTargets, screen } from './screen.ts';
import type { QueryInput, QueryStrategy } from './strategy.ts';
import { topRows } from './top-rows.ts';

const DRAWS = 16;
const MOST_TARGETS = 48;
const MOST_ROWS = 128;
/** Products of probabilities that a choice may take: rows x targets x draws x joint answers. */
const MOST_PRODUCTS = 8_000_000;

/** Rows and targets shrink alike as classes grow. */
function sizesOf({ classes, mode }: QueryInput): { rows: number; targets: number } {
  const answers = mode === 'multi' ? 2 * classes : classes * classes;
  const share = Math.sqrt(
    Math.min(1, MOST_PRODUCTS / (MOST_ROWS * MOST_TARGETS * DRAWS * Math.max(1, answers))),
  );
  return { rows: Math.ceil(share * MOST_ROWS), targets: Math.ceil(share * MOST_TARGETS) };
}

export const epig = {
  id: 'epig',
  family: 'outcome',
  label: 'What says most about the others (EPIG)',
  hint: 'Asks the item whose answer would tell most about a random sample of your items, not about odd ones.',
  source:
    'Bickford Smith et al., AISTATS 2023: mean over targets of H(y) + H(y*) - H(y, y*), targets drawn from the pool',
  needsModel: true,
  rank(input) {
    const sizes = sizesOf(input);
    const targets = drawTargets(input, sizes.targets);
    const rows = screen(input, sizes.rows);
    const both = Int32Array.of(...rows, ...targets);
    const { probabilities, ...rest } = drawCommittee(input, both, DRAWS);
    const part = (from: number, length: number) => {
      const { classes } = rest;
      const values = new Float32Array(DRAWS * length * classes);
      for (let k = 0; k < DRAWS; k++) {
        const start = (k * both.length + from) * classes;
        values.set(probabilities.subarray(start, start + length * classes), k * length * classes);
      }
      return { ...rest, rows: length, probabilities: values };
    };
    const scores = expectedInformation(part(0, rows.length), part(rows.length, targets.length));
    const why = { kind: 'reduces-error', compared: rows.length, items: targets.length } as const;
    return topRows(
      rows,
      input.count,
      (_, i) => scores[i] as number,
      () => why,
    );
  },
} as const satisfies QueryStrategy;
