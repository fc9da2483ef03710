import type { QueryStrategy } from './strategy.ts';

/** Uniform without replacement: a partial Fisher-Yates shuffle of a copy. */
export const random = {
  id: 'random',
  family: 'random',
  label: 'Random',
  hint: 'Asks about any item. The yardstick for all others.',
  source: 'simple random sampling without replacement',
  needsModel: false,
  rank({ candidates, count, rng }) {
    const rows = Int32Array.from(candidates);
    const wanted = Math.min(count, rows.length);
    for (let i = 0; i < wanted; i++) {
      const j = i + rng.integer(rows.length - i);
      const held = rows[i] as number;
      rows[i] = rows[j] as number;
      rows[j] = held;
    }
    const probability = 1 / rows.length;
    const why = { kind: 'random' } as const;
    return Array.from(rows.subarray(0, wanted), (row) => ({ row, score: null, probability, why }));
  },
} as const satisfies QueryStrategy;
