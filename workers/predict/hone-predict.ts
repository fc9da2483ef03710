/**
 * Predicting with an exported model, without Hone: this file is built on its own and put beside
 * every export. No dependencies; runs in Node and in browsers.
 */

import {
  AS_IT_SAYS,
  type CalibrationMap,
  calibrate,
} from '../../src/domain/trust/calibration/map.ts';
import type { Encoder, Features } from '../../src/modalities/contract.ts';
import { encoderOf, encoders } from '../../src/modalities/encoders.ts';
import { scoresOf, toForward } from '../../src/modalities/forward.ts';
import { trainableOf, trainedModality } from '../../src/modalities/trained/index.ts';
import { decodeValue } from '../../src/storage/backup-codec.ts';
import type { HeadWeights } from '../learn/head/weights.ts';
import { type Item, toInput } from './inputs.ts';

export { fromWav } from './inputs.ts';

interface ExportedEncoder {
  readonly encoder: string;
  readonly mode: 'single' | 'multi';
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  /** Fitted on random checks; absent in exports from before it was written. */
  readonly calibration?: CalibrationMap;
  readonly state: unknown;
}

export interface Answer {
  /** The proposed class (single) or classes (multi). */
  readonly labels: readonly string[];
  /** Class name -> probability. */
  readonly probabilities: Readonly<Record<string, number>>;
}

interface Reader extends ExportedEncoder {
  readonly kind: string;
  readonly calibration: CalibrationMap;
  encode(items: readonly Item[]): Promise<Features>;
}

function readEncoder(json: string): Reader {
  const exported = decodeValue(json) as ExportedEncoder;
  const own = Object.keys(encoders).find((one) => encoderOf(one).id === exported.encoder);
  const kind = own ?? trainedModality(exported.encoder);
  if (!kind) {
    const known = Object.keys(encoders).map((one) => encoderOf(one).id);
    throw new Error(`unknown encoder ${exported.encoder}; this module knows ${known.join(', ')}`);
  }
  const encoder: Pick<Encoder<unknown, unknown>, 'encode'> = (own === undefined
    ? trainableOf(kind)
    : null) ?? encoderOf(kind);
  return {
    ...exported,
    kind,
    calibration: exported.calibration ?? AS_IT_SAYS,
    encode: async (items) =>
      await encoder.encode(
        exported.state,
        items.map((item) => toInput(kind, item)),
      ),
  };
}

/**
 * `encoderJson` and `modelJson` are the texts of `encoder.json` and `model.json`. `kind` says what
 * items are: texts, rows of a table, images or sounds.
 */
export function createPredictor(encoderJson: string, modelJson: string) {
  const { kind, classes, mode, calibration, encode } = readEncoder(encoderJson);
  const weights = decodeValue(modelJson) as HeadWeights;
  const names = classes.map(({ name }) => name);
  return {
    kind,
    classes: names,
    async predict(items: readonly Item[]): Promise<Answer[]> {
      const features = await encode(items);
      return items.map((_, row) => {
        const { probabilities } = toForward(scoresOf(features, row, weights), mode);
        return toAnswer(calibrate(probabilities, calibration, mode), names, mode);
      });
    },
  };
}

function toAnswer(
  probabilities: readonly number[],
  names: readonly string[],
  mode: 'single' | 'multi',
): Answer {
  const best = probabilities.indexOf(Math.max(...probabilities));
  const isChosen = (c: number): boolean =>
    mode === 'single' ? c === best : (probabilities[c] as number) > 0.5;
  return {
    labels: names.filter((_, c) => isChosen(c)),
    probabilities: Object.fromEntries(names.map((name, c) => [name, probabilities[c] as number])),
  };
}

/** Items as one dense matrix, the input of the exported LayersModel. */
export function createEncoder(encoderJson: string) {
  const { kind, classes, mode, calibration, encode } = readEncoder(encoderJson);
  return {
    kind,
    classes: classes.map(({ name }) => name),
    /** What the LayersModel gives for one item, as Hone shows it. */
    calibrate: (probabilities: ArrayLike<number>): number[] =>
      calibrate(probabilities, calibration, mode),
    async encode(
      items: readonly Item[],
    ): Promise<{ rows: number; columns: number; values: Float32Array }> {
      const { dense, denseDims, sparse } = await encode(items);
      const columns = denseDims + sparse.columns;
      const values = new Float32Array(items.length * columns);
      for (let r = 0; r < items.length; r++) {
        values.set(dense.subarray(r * denseDims, (r + 1) * denseDims), r * columns);
        for (let e = sparse.indptr[r] as number; e < (sparse.indptr[r + 1] as number); e++) {
          values[r * columns + denseDims + (sparse.indices[e] as number)] = sparse.values[
            e
          ] as number;
        }
      }
      return { rows: items.length, columns, values };
    },
  };
}

/** An input for `tf.loadLayersModel` from the bytes of `model.json` and `weights.bin`. */
export function nodeModel(modelJson: Uint8Array, weightsBin: Uint8Array) {
  const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(modelJson));
  const weightData = weightsBin.buffer.slice(
    weightsBin.byteOffset,
    weightsBin.byteOffset + weightsBin.byteLength,
  );
  return {
    load: async () => ({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }),
  };
}
