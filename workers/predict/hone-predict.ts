/**
 * Predicting with an exported model, without Hone: this file is built on its own and put beside
 * every export. No dependencies; runs in Node and in browsers.
 */
import { type TextState, textEncoder } from '../../src/modalities/text/encode.ts';
import { decodeValue } from '../../src/storage/backup-codec.ts';
import { toProbabilities } from '../learn/head/loss.ts';
import { addSparseScores, type HeadWeights } from '../learn/head/weights.ts';

interface ExportedEncoder {
  readonly encoder: string;
  readonly mode: 'single' | 'multi';
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly state: TextState;
}

export interface Answer {
  /** The proposed class (single) or classes (multi). */
  readonly labels: readonly string[];
  /** Class name -> probability. */
  readonly probabilities: Readonly<Record<string, number>>;
}

function readEncoder(json: string): ExportedEncoder {
  const exported = decodeValue(json) as ExportedEncoder;
  if (exported.encoder === textEncoder.id) return exported;
  throw new Error(`unknown encoder ${exported.encoder}; this module knows ${textEncoder.id}`);
}

/** `encoderJson` and `modelJson` are the texts of `encoder.json` and `model.json`. */
export function createPredictor(encoderJson: string, modelJson: string) {
  const { state, classes, mode } = readEncoder(encoderJson);
  const weights = decodeValue(modelJson) as HeadWeights;
  return {
    classes: classes.map(({ name }) => name),
    predict(texts: readonly string[]): Answer[] {
      const features = textEncoder.encode(
        state,
        texts.map((text) => ({ kind: 'text', text })),
      );
      const scores = new Float32Array(texts.length * classes.length);
      for (let r = 0; r < texts.length; r++) {
        for (let k = 0; k < features.denseDims; k++) {
          const value = features.dense[r * features.denseDims + k] as number;
          for (let c = 0; c < classes.length; c++) {
            const at = r * classes.length + c;
            scores[at] =
              (scores[at] as number) + value * (weights.dense[k * classes.length + c] as number);
          }
        }
      }
      addSparseScores(scores, features.sparse, weights);
      toProbabilities(scores, classes.length, mode);
      return texts.map((_, r) =>
        toAnswer(scores.subarray(r * classes.length, (r + 1) * classes.length), classes, mode),
      );
    },
  };
}

function toAnswer(
  row: Float32Array,
  classes: ExportedEncoder['classes'],
  mode: 'single' | 'multi',
): Answer {
  const best = row.indexOf(Math.max(...row));
  const chosen = classes.filter((_, c) =>
    mode === 'single' ? c === best : (row[c] as number) > 0.5,
  );
  return {
    labels: chosen.map(({ name }) => name),
    probabilities: Object.fromEntries(classes.map(({ name }, c) => [name, row[c] as number])),
  };
}

/** Texts as one dense matrix, the input of the exported LayersModel. */
export function createEncoder(encoderJson: string) {
  const { state, classes } = readEncoder(encoderJson);
  return {
    classes: classes.map(({ name }) => name),
    encode(texts: readonly string[]): { rows: number; columns: number; values: Float32Array } {
      const { dense, denseDims, sparse } = textEncoder.encode(
        state,
        texts.map((text) => ({ kind: 'text', text })),
      );
      const columns = denseDims + sparse.columns;
      const values = new Float32Array(texts.length * columns);
      for (let r = 0; r < texts.length; r++) {
        values.set(dense.subarray(r * denseDims, (r + 1) * denseDims), r * columns);
        for (let e = sparse.indptr[r] as number; e < (sparse.indptr[r + 1] as number); e++) {
          values[r * columns + denseDims + (sparse.indices[e] as number)] = sparse.values[
            e
          ] as number;
        }
      }
      return { rows: texts.length, columns, values };
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
