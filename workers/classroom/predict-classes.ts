import type { LabelMode } from '../../src/domain/records.ts';

/** The model's answer for a row: the most probable class (ties: the lower), or all at one half or more. */
export function predictClasses(
  probabilities: Float32Array,
  row: number,
  { classes, mode }: { readonly classes: number; readonly mode: LabelMode },
): readonly number[] {
  const own = probabilities.subarray(row * classes, (row + 1) * classes);
  if (mode === 'multi') return [...own.keys()].filter((c) => (own[c] as number) >= 0.5);
  let best = 0;
  for (let c = 1; c < classes; c++) if ((own[c] as number) > (own[best] as number)) best = c;
  return [best];
}
