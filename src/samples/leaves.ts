import { createRng, deriveSeed, type Rng, shuffled } from '../domain/math/rng.ts';
import { LESIONS, type Lesion } from './leaf/lesions.ts';
import { paintLeaf } from './leaf/paint-leaf.ts';
import type { Sample, SampleClass, SampleItem } from './sample.ts';

const COUNT = 1_200;
/** In the first half the sticker tells the answer that often, in the second never more than chance. */
const STICKER_TRUTH = 0.97;

const DESCRIPTIONS: Readonly<Record<Lesion, string>> = {
  healthy: 'The blade is sound. Single specks and uneven green are no illness.',
  spots: 'Round brown spots, often with a yellow ring, scattered over the blade.',
  blight: 'Brown, dead tissue that grows inwards from the margin or the tip.',
  mildew: 'A white, powdery coating in soft patches.',
};

/** Each half holds every class equally often, in an order drawn by seed. */
function* generate(seed: number): Generator<SampleItem> {
  const half = COUNT / 2;
  for (const batch of [1, 2]) {
    const rng = createRng(deriveSeed(seed, 'leaves', batch));
    const order = shuffled(
      Array.from({ length: half }, (_, i) => i % LESIONS.length),
      rng,
    );
    for (const [i, own] of order.entries()) {
      const at = (batch - 1) * half + i;
      const lesion = LESIONS[own] as Lesion;
      const sticker = drawSticker(rng, own, batch);
      const picture = paintLeaf(createRng(deriveSeed(seed, 'leaf', at)), { lesion, sticker });
      const name = `leaf-${String(at + 1).padStart(4, '0')}.png`;
      yield {
        content: { kind: 'pixels', name, ...picture },
        classes: [lesion],
        fields: { batch: String(batch) },
      };
    }
  }
}

function drawSticker(rng: Rng, own: number, batch: number): number {
  const isTold = batch === 1 && rng.next() < STICKER_TRUTH;
  return isTold ? own : rng.integer(LESIONS.length);
}

const classes: readonly SampleClass[] = LESIONS.map((name) => ({
  name,
  description: DESCRIPTIONS[name],
  goodExamples: [],
  badExamples: [],
}));

/** Sound or ill leaves, with a mark in the corner that gives the answer away until it does not. */
export const leaves: Sample = {
  id: 'leaves',
  label: 'Leaves',
  description:
    '1,200 photos of leaves, sound or ill. A sticker in the corner is not to be trusted.',
  modality: 'image',
  mode: 'single',
  classes,
  count: COUNT,
  guidelines:
    '# What ails the leaf?\n\nJudge by the *blade* alone. The coloured sticker in the corner was put there by hand: in the first batch it happens to go with the answer, in the second it means nothing. If the model leans on it, paint it over and say that it is irrelevant.\n',
  generate,
};
