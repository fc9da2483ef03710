import type { Item, ItemContent } from '../../../../src/domain/records.ts';
import type { Features } from '../../../../src/modalities/contract.ts';
import type { ReadProblem, TryInputs } from '../inputs.ts';
import type { LearnSession } from '../learn-session.ts';

export interface ContentScorer {
  readonly learner: { score(features: Features): Promise<Float32Array> };
  readonly encodeInputs: (inputs: readonly unknown[]) => Promise<Features>;
  readonly tryRead: TryInputs;
}

export function contentScorerOf(session: LearnSession): ContentScorer {
  const { learner, tryRead, encoder, encoded } = session;
  const encodeInputs = async (inputs: readonly unknown[]): Promise<Features> =>
    encoder.encode(encoded.encoderState, inputs, session.tools());
  return { learner, tryRead, encodeInputs };
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
