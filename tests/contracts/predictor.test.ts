/** An exported model answers as the app does, whatever it reads. */
import { describe, expect, it } from 'vitest';
import { createRng } from '../../src/domain/math/rng.ts';
import type { LabelMode } from '../../src/domain/records.ts';
import { type CalibrationMap, calibrate } from '../../src/domain/trust/calibration/map.ts';
import type { Features } from '../../src/modalities/contract.ts';
import { encoderOf, encoders } from '../../src/modalities/encoders.ts';
import { scoresOf, toForward } from '../../src/modalities/forward.ts';
import { trainables } from '../../src/modalities/trained/index.ts';
import { encodeValue } from '../../src/storage/backup-codec.ts';
import { exampleScript, readme } from '../../workers/learn/session/export-texts.ts';
import { createEncoder, createPredictor, fromWav } from '../../workers/predict/hone-predict.ts';
import type { Item } from '../../workers/predict/inputs.ts';
import { makeRaster } from '../unit/image/make.ts';
import { drawTrained } from '../unit/network/make.ts';
import { makeSounds } from '../unit/sound/make.ts';

const texts = Array.from({ length: 30 }, (_, i) => `oak ${i % 3} birch ${i % 5} river ${i}`);
const rows = texts.map((remark, i) => ({ age: i * 3, colour: i % 2 ? 'red' : 'blue', remark }));
/** As the app reads an item, and as a caller of the module hands it in. */
const CASES: Readonly<
  Record<keyof typeof encoders, readonly [readonly unknown[], readonly Item[]]>
> = {
  text: [texts.map((text) => ({ kind: 'text', text })), texts],
  table: [
    rows.map((row) => ({
      kind: 'table',
      cells: { age: String(row.age), colour: row.colour, remark: row.remark },
    })),
    rows,
  ],
  image: (() => {
    const rasters = Array.from({ length: 30 }, (_, i) => makeRaster(i));
    return [rasters, rasters];
  })(),
  sound: (() => {
    const sounds = makeSounds(30);
    return [sounds, sounds.map(({ samples, rate }) => ({ samples, rate }))];
  })(),
};

function randomHead({ denseDims, sparse }: Features, classes: number) {
  const rng = createRng(3);
  const draw = (count: number) => Float32Array.from({ length: count }, () => rng.next() - 0.5);
  return {
    classes,
    dense: draw(denseDims * classes),
    sparse: draw(sparse.columns * classes),
    intercept: draw(classes),
  };
}

const MAPS: readonly CalibrationMap[] = [
  { kind: 'temperature', temperature: 0.4 },
  { kind: 'vector', scales: [2, 1.5, 3], shifts: [-0.5, 0.2, 0.4] },
  { kind: 'isotonic', temperature: 0.6, from: [0.4, 0.7, 0.95], to: [0.35, 0.8, 0.97] },
];

interface Exported {
  readonly items: readonly Item[];
  readonly head: ReturnType<typeof randomHead>;
  readonly features: Features;
}

interface Described {
  readonly encoder: string;
  readonly mode: LabelMode;
  readonly classes: readonly { readonly name: string }[];
  readonly state: unknown;
}

/** What the app shows, and the answer itself, to 1e-6 whatever the calibration is. */
async function expectCalibrated(
  described: Described,
  { items, head, features }: Exported,
): Promise<void> {
  const { mode, classes } = described;
  for (const calibration of MAPS) {
    if (mode === 'multi' && calibration.kind === 'vector') continue; // One class an item only.
    const json = encodeValue({ ...described, calibration });
    const answers = await createPredictor(json, encodeValue(head)).predict(items);
    answers.forEach(({ labels, probabilities }, row) => {
      const raw = toForward(scoresOf(features, row, head), mode).probabilities;
      // The app keeps what the head says in single precision.
      const shown = calibrate(Float32Array.from(raw), calibration, mode);
      classes.forEach(({ name }, c) => {
        expect(Math.abs((probabilities[name] ?? 0) - (shown[c] ?? 1))).toBeLessThan(1e-6);
      });
      const best = classes[raw.indexOf(Math.max(...raw))]?.name;
      if (mode === 'single') expect(labels).toEqual([best]);
      expect(createEncoder(json).calibrate(raw)).toEqual(calibrate(raw, calibration, mode));
    });
  }
}

/** Every encoder, and those whose features a network learned. */
const SUBJECTS = [
  ...(Object.keys(encoders) as (keyof typeof encoders)[]).map((modality) => ({
    name: modality,
    modality,
    make: async () => encoderOf(modality),
  })),
  ...(Object.keys(trainables) as (keyof typeof trainables)[]).map((modality) => ({
    name: `${modality} by a network`,
    modality,
    make: async () => (await drawTrained(modality, CASES[modality][0])).encoder,
  })),
];

describe.each(SUBJECTS)('exported $name', ({ modality, make }) => {
  const [inputs, items] = CASES[modality];
  const classes = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));

  it('gives the probabilities of the app', async () => {
    const encoder = await make();
    const state = await encoder.fit(inputs, { seed: 5, onProgress: () => undefined });
    const features = await encoder.encode(state, inputs);
    const head = randomHead(features, classes.length);
    for (const mode of ['single', 'multi'] as const) {
      const described = encodeValue({ encoder: encoder.id, mode, classes, state });
      const predictor = createPredictor(described, encodeValue(head));
      expect(predictor.kind).toBe(modality);
      const answers = await predictor.predict(items);
      answers.forEach(({ labels, probabilities }, row) => {
        const own = toForward(scoresOf(features, row, head), mode).probabilities;
        classes.forEach(({ name }, c) => {
          expect(probabilities[name]).toBeCloseTo(own[c] as number, 6);
          if (mode === 'multi') expect(labels.includes(name)).toBe((own[c] as number) > 0.5);
        });
        if (mode === 'single') expect(labels).toHaveLength(1);
      });
      await expectCalibrated(
        { encoder: encoder.id, mode, classes, state },
        { items, head, features },
      );
      const matrix = await createEncoder(described).encode(items.slice(0, 2));
      expect([matrix.rows, matrix.columns]).toEqual([
        2,
        features.denseDims + features.sparse.columns,
      ]);
    }
  });

  it('comes with an example and a description of its items', () => {
    for (const kind of ['json', 'tfjs'] as const) {
      expect(exampleScript(kind, modality)).toContain("from './hone-predict.mjs'");
      expect(readme(kind, 'Mine', modality)).toContain('An item is ');
    }
  });
});

it('says what is no item', async () => {
  const encoder = encoderOf('image');
  const state = await encoder.fit(CASES.image[0], { seed: 5, onProgress: () => undefined });
  const described = encodeValue({ encoder: encoder.id, mode: 'single', classes: [], state });
  const wrong = { width: 2, height: 2, pixels: new Uint8Array(3) };
  await expect(createEncoder(described).encode([wrong])).rejects.toThrow(/width, height, pixels/);
  expect(() => fromWav(new Uint8Array(20))).toThrow('this file is no WAV file');
});
