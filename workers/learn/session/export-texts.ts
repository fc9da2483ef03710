/** What lies beside an exported model, for the person who opens the ZIP. */

export function exampleScript(kind: 'json' | 'tfjs'): string {
  return kind === 'json' ? JSON_EXAMPLE : TFJS_EXAMPLE;
}

const JSON_EXAMPLE = `import { readFileSync } from 'node:fs';
import { createPredictor } from './hone-predict.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const predictor = createPredictor(read('encoder.json'), read('model.json'));
const texts = process.argv.slice(2);
for (const [i, answer] of predictor.predict(texts).entries()) {
  console.log(JSON.stringify({ text: texts[i], ...answer }));
}
`;

const TFJS_EXAMPLE = `import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { createEncoder, nodeModel } from './hone-predict.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url));
const encoder = createEncoder(read('encoder.json').toString());
const model = await tf.loadLayersModel(nodeModel(read('model.json'), read('weights.bin')));
const { rows, columns, values } = encoder.encode(process.argv.slice(2));
const output = model.predict(tf.tensor2d(values, [rows, columns]));
console.log(JSON.stringify({ classes: encoder.classes, probabilities: await output.array() }));
`;

export function readme(kind: 'json' | 'tfjs', project: string): string {
  const needs = kind === 'tfjs' ? ' Needs `npm install @tensorflow/tfjs`.' : '';
  const files =
    kind === 'tfjs'
      ? '`model.json` and `weights.bin`: a TensorFlow.js LayersModel'
      : '`model.json`: the weights';
  return [
    `# A model taught in Hone: ${project}`,
    '',
    '- `encoder.json`: classes, vocabulary and projections; how a text becomes numbers.',
    `- ${files}.`,
    '- `hone-predict.mjs`: reads both, no dependencies.',
    '',
    `\`node example.mjs "some text" "another"\` prints the probability of each class.${needs}`,
    '',
  ].join('\n');
}
