/**
 * What each place of a sound adds to the scores: the score less the score without it, the place
 * filled by the mean of what lies around (occlusion; Zeiler and Fergus 2014). It is the same
 * difference that a painted place teaches and a counterfactual tries. Patterns reach across places,
 * so the differences need not add up to the score: what is left is the remainder.
 */
import type { EncodeTools } from '../contract.ts';
import type { Attribution, LinearHead, RegionPart } from '../explain-contract.ts';
import type { SoundState } from './encode.ts';
import type { SoundInput } from './input.ts';
import { cellsOf, columnsFor, regionOf } from './lattice.ts';
import { createOcclusion } from './occlusion.ts';

export async function attribute(
  state: SoundState,
  input: SoundInput,
  head: LinearHead,
  _tools?: EncodeTools,
): Promise<Attribution<RegionPart>> {
  const probe = createOcclusion(state, input, head);
  const columns = columnsFor(probe.frames);
  const parts: RegionPart[] = [];
  const zeros = new Array<number>(head.classes).fill(0);
  for (const cell of cellsOf(columns)) {
    const region = regionOf(cell, columns);
    const without = probe.scoresWith(region, null);
    const latent = zeros.map((_, c) => (probe.scores[c] as number) - (without[c] as number));
    parts.push({
      kind: 'region',
      region,
      feature: { kind: 'region', region },
      named: zeros,
      latent,
    });
    if (cell.right === columns) await breathe();
  }
  const intercept = Array.from(head.intercept);
  const remainder = zeros.map((_, c) =>
    parts.reduce(
      (left, { latent }) => left - (latent[c] ?? 0),
      (probe.scores[c] as number) - (intercept[c] as number),
    ),
  );
  return { parts, intercept, remainder };
}

/** Lets an answer that waits in the same worker through. */
export async function breathe(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
