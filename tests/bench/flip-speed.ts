/**
 * How long the search for counterfactuals takes, in Node: `npx tsx tests/bench/flip-speed.ts FILE`.
 * FILE has a column of texts and one of labels; the model is learned from the first 150 of them.
 * Each text is searched once, so nothing but the words of the project is known beforehand.
 */
import type { CounterfactualKind } from '../../src/modalities/explain-contract.ts';
import { findCounterfactuals } from '../../src/modalities/text/counterfactual.ts';
import { textEncoder } from '../../src/modalities/text/encode.ts';
import { openEngine } from '../../workers/learn/engine/open.ts';
import { createLearner } from '../../workers/learn/learner.ts';
import { readArgs } from './args.ts';
import { loadBenchData } from './data.ts';

const LABELS = 150;
const TEXTS = 150;

const [file = ''] = process.argv.slice(2);
const { pool, classes } = loadBenchData(readArgs(['--file', file, '--test', '1'], ['margin']));
const contents = pool.map(({ text }) => ({ kind: 'text' as const, text }));
const state = await textEncoder.fit(contents, { seed: 0, onProgress: () => undefined });
const features = textEncoder.encode(state, contents);
const learner = createLearner({
  features,
  classes: classes.length,
  mode: 'single',
  engine: await openEngine('cpu'),
});
await learner.learn(
  pool.slice(0, LABELS).map(({ label }, row) => ({ row, classes: [classes.indexOf(label)] })),
);
const others = pool.slice(LABELS).map(({ text }) => text);
console.log(`${contents.length} texts, ${classes.length} classes, ${LABELS} labels`);
for (const length of [120, 200]) {
  const texts = textsOf(length).slice(0, 2 * TEXTS);
  report(`${length} words, one removal`, texts.slice(0, TEXTS), 1, ['delete']);
  report(`${length} words, three of both`, texts.slice(TEXTS), 3, ['delete', 'replace']);
}

/** Texts of just so many words: those that follow one another are joined, and cut. */
function textsOf(length: number): readonly string[] {
  const made: string[] = [];
  let words: string[] = [];
  for (const text of others) {
    words.push(...text.split(/\s+/));
    if (words.length < length) continue;
    made.push(words.slice(0, length).join(' '));
    words = [];
  }
  return made;
}

function report(
  name: string,
  texts: readonly string[],
  count: number,
  kinds: readonly CounterfactualKind[],
): void {
  const head = learner.head();
  const times: number[] = [];
  let flips = 0;
  for (const text of texts) {
    const started = performance.now();
    const content = { kind: 'text', text } as const;
    const { found } = findCounterfactuals(state, {
      content,
      input: content,
      head,
      mode: 'single',
      target: null,
      count,
      kinds,
      banned: new Set(),
    });
    times.push(performance.now() - started);
    if (found.length > 0) flips += 1;
  }
  const [first = 0] = times;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1);
  console.log(
    `${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, first ${first.toFixed(1)} ms; ` +
      `${flips} of ${texts.length} flip`,
  );
}
