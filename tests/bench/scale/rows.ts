/** Short rows with variation, made to any number: a Zipf vocabulary, three topics, no row twice. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createRng, deriveSeed, type Rng } from '../../../src/domain/math/rng.ts';

export type ScaleKind = 'text' | 'table';

const TOPICS = ['billing', 'delivery', 'account'] as const;
const WORDS = 40_000;
const TOPIC_WORDS = 600;
const SYLLABLES = ['ka', 'lo', 'mi', 'ter', 'sun', 'ra', 'ven', 'do', 'pel', 'qui', 'sha', 'ber'];
const LINES_AT_ONCE = 2_000;

/** Writes a CSV of so many rows with a `label` column; resolves with its size in bytes. */
export async function writeRows(path: string, count: number, kind: ScaleKind): Promise<number> {
  const out = createWriteStream(path);
  const rng = createRng(deriveSeed(20261128, kind));
  let bytes = 0;
  const put = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  };
  await put(kind === 'text' ? 'text,label\n' : 'amount,hours,channel,age,score,region,label\n');
  const words = Array.from({ length: WORDS }, (_, index) => wordOf(index));
  for (let from = 0; from < count; from += LINES_AT_ONCE) {
    let text = '';
    for (let row = from; row < Math.min(count, from + LINES_AT_ONCE); row++)
      text += kind === 'text' ? textRow(rng, row, words) : tableRow(rng, row);
    await put(text);
  }
  out.end();
  await once(out, 'finish');
  return bytes;
}

function textRow(rng: Rng, row: number, words: readonly string[]): string {
  const topic = rng.integer(TOPICS.length);
  const length = 8 + rng.integer(12);
  const said = Array.from({ length }, () =>
    rng.next() < 0.25
      ? words[1_000 + topic * TOPIC_WORDS + zipf(rng, TOPIC_WORDS)]
      : words[zipf(rng, WORDS)],
  );
  return `${said.join(' ')} ${row.toString(36)},${TOPICS[topic]}\n`;
}

function tableRow(rng: Rng, row: number): string {
  const topic = rng.integer(TOPICS.length);
  const amount = (Math.exp(rng.next() * 4 + topic * 0.7) + row / 1e7).toFixed(4);
  const hours = Math.floor(rng.next() * 24 * (1 + topic));
  // More values than a column of labels has: the import would take it for one.
  const channel = `c${rng.integer(40) + topic * 10}`;
  const age = 18 + rng.integer(60);
  const score = (rng.next() * 10 - topic).toFixed(2);
  return `${amount},${hours},${channel},${age},${score},r${rng.integer(40)},${TOPICS[topic]}\n`;
}

/** Rank r with a probability about proportional to 1 / (r + 1). */
function zipf(rng: Rng, size: number): number {
  return Math.min(size - 1, Math.floor(size ** rng.next()) - 1 + (rng.next() < 0.5 ? 0 : 1));
}

function wordOf(index: number): string {
  let word = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}
