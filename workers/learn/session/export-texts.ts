/** What lies beside an exported model, for the person who opens the ZIP. */

export type ExportKind = 'json' | 'tfjs';

/** How the command line of the example becomes items, by modality. */
interface Reading {
  /** Libraries it needs; empty = none. */
  readonly needs: readonly string[];
  readonly imports: string;
  /** An expression for one argument, `arg`. */
  readonly item: string;
  /** Arguments that show what is meant. */
  readonly shown: string;
  /** What an item is, for who calls the module. */
  readonly takes: string;
}

const READINGS: Readonly<Record<string, Reading>> = {
  text: {
    needs: [],
    imports: '',
    item: 'arg',
    shown: '"some text" "another"',
    takes: 'a string',
  },
  table: {
    needs: [],
    imports: '',
    item: 'JSON.parse(arg)',
    shown: `'{"first column": "a cell", "second column": 7}'`,
    takes:
      'a row: an object with the cell of each column by its name; a column left out is missing',
  },
  image: {
    needs: ['sharp'],
    imports: "import sharp from 'sharp';\n",
    item: 'await pixelsOf(arg)',
    shown: 'picture.png',
    takes:
      '`{ width, height, pixels }`, rows of RGB or RGBA, such as `getImageData` of a canvas gives',
  },
  sound: {
    needs: [],
    imports: '',
    item: 'fromWav(readFileSync(arg))',
    shown: 'sound.wav',
    takes: '`{ samples, rate }`, mono, samples in [-1, 1] as a Float32Array',
  },
};

const HELPERS: Readonly<Record<string, string>> = {
  image: `
async function pixelsOf(file) {
  const upright = sharp(file).rotate().toColourspace('srgb').ensureAlpha();
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}
`,
};

/** Throws on a modality that has no reading. */
function readingOf(modality: string): Reading {
  const reading = READINGS[modality];
  if (reading) return reading;
  throw new Error(`unknown modality ${modality}`);
}

export function exampleScript(kind: ExportKind, modality: string): string {
  const { imports, item } = readingOf(modality);
  const module = [
    kind === 'json' ? 'createPredictor' : 'createEncoder',
    ...(modality === 'sound' ? ['fromWav'] : []),
    ...(kind === 'tfjs' ? ['nodeModel'] : []),
  ].join(', ');
  const head = [
    "import { readFileSync } from 'node:fs';\n",
    kind === 'tfjs' ? "import * as tf from '@tensorflow/tfjs';\n" : '',
    imports,
    `import { ${module} } from './hone-predict.mjs';\n`,
    HELPERS[modality] ?? '',
    '\nconst args = process.argv.slice(2);\n',
    'const items = [];\n',
    `for (const arg of args) items.push(${item});\n`,
  ].join('');
  return head + (kind === 'json' ? JSON_END : TFJS_END);
}

const JSON_END = `const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const predictor = createPredictor(read('encoder.json'), read('model.json'));
for (const [i, answer] of (await predictor.predict(items)).entries()) {
  console.log(JSON.stringify({ item: args[i], ...answer }));
}
`;

const TFJS_END = `const read = (name) => readFileSync(new URL(name, import.meta.url));
const encoder = createEncoder(read('encoder.json').toString());
const model = await tf.loadLayersModel(nodeModel(read('model.json'), read('weights.bin')));
const { rows, columns, values } = await encoder.encode(items);
const output = model.predict(tf.tensor2d(values, [rows, columns]));
const probabilities = (await output.array()).map(encoder.calibrate);
console.log(JSON.stringify({ classes: encoder.classes, probabilities }));
`;

export function readme(kind: ExportKind, project: string, modality: string): string {
  const { needs, shown, takes } = readingOf(modality);
  const libraries = [...(kind === 'tfjs' ? ['@tensorflow/tfjs'] : []), ...needs];
  const install = libraries.length > 0 ? ` Needs \`npm install ${libraries.join(' ')}\`.` : '';
  const files =
    kind === 'tfjs'
      ? '`model.json` and `weights.bin`: a TensorFlow.js LayersModel'
      : '`model.json`: the weights';
  return [
    `# A model taught in Hone: ${project}`,
    '',
    '- `encoder.json`: the classes, all that was learned of how an item becomes numbers, and the',
    '  calibration: how the probabilities are set right by random checks.',
    `- ${files}.`,
    '- `hone-predict.mjs`: reads both, no dependencies.',
    '- `CARD.md`, and `card.json` for programs: how the answers came about, and how far to trust it.',
    '',
    `\`node example.mjs ${shown}\` prints the probability of each class.${install}`,
    '',
    `An item is ${takes}.`,
    '',
  ].join('\n');
}
