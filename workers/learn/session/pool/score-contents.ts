import type { Item, ItemContent } from '../../../../src/domain/records.ts';
import type { Features } from '../../../../src/modalities/contract.ts';
import type { ReadProblem, TryInputs } from '../inputs.ts';

export interface ContentScorer {
  readonly learner: { score(features: Features): Promise<Float32Array> };
  readonly encodeInputs: (inputs: readonly unknown[]) => Promise<Features>;
  readonly tryRead: TryInputs;
}

/** Probabilities of items that are no rows, [items x classes], and why one could not be read. */
export async function scoreItems(
  { learner, encodeInputs, tryRead }: ContentScorer,
  items: readonly Pick<Item, 'content'>[],
): Promise<{
  readonly probabilities: Float32Array;
  readonly problemOf: (at: number) => ReadProblem | null;
}> {
  const contents: readonly ItemContent[] = items.map(({ content }) => content);
  const readings = await tryRead(contents);
  const features = await encodeInputs(readings.map(({ input }) => input));
  return {
    probabilities: await learner.score(features),
    problemOf: (at) => readings[at]?.problem ?? null,
  };
}
