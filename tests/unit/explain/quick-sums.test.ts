import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { goalOf } from '../../../src/modalities/forward.ts';
import type { TextState } from '../../../src/modalities/text/encode.ts';
import { textEncoder } from '../../../src/modalities/text/encode.ts';
import { forwardPass } from '../../../src/modalities/text/forward-pass.ts';
import { createProbe } from '../../../src/modalities/text/probe.ts';
import { createQuickSets, marginsAlone } from '../../../src/modalities/text/quick-sums.ts';
import { tokenise } from '../../../src/modalities/text/tokens.ts';
import { wordImage, wordImages } from '../../../src/modalities/text/word-images.ts';
import { fitTexts, makeHead, makeTexts, toContent } from './make.ts';

let state: TextState;
beforeAll(async () => {
  state = await fitTexts(makeTexts(300, 12));
});

function open(text: string, seed: number) {
  const head = makeHead(state, 3, seed);
  const mode = 'single';
  const goal = goalOf(forwardPass(state, toContent(text), { head, mode }), { mode, target: null });
  if (!goal) throw new Error('three classes have a goal');
  const probe = createProbe(state, tokenise(text), head);
  const changes = Array.from({ length: probe.size }, (_, position) => {
    const put = position % 3 === 0 ? 'great' : null;
    return { position, put, moves: probe.movesOf(position, put) };
  });
  const input = { state, head, probe, goal };
  return { goal, probe, changes, input };
}

describe('the effect of single changes', () => {
  it('is what the probe finds', () => {
    makeTexts(20, 25, 4).forEach((text, seed) => {
      const { goal, probe, changes, input } = open(text, seed + 1);
      marginsAlone(input, changes).forEach((margin, i) => {
        const { position, put } = changes[i] as (typeof changes)[number];
        expect(margin).toBeCloseTo(goal.margin(probe.scoresAfter([{ position, put }])), 9);
      });
    });
  });
});

describe('sets of changes', () => {
  it('are exact where no two are tied, and leave the probe as it was', () => {
    const text = makeTexts(1, 60, 9)[0] as string;
    const { goal, probe, changes, input } = open(text, 3);
    const sets = createQuickSets(input, changes);
    const before = [...probe.scores()];
    let seen = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: changes.length - 1 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (set) => {
          if (set.some((a) => set.some((b) => a !== b && sets.areTied(a, b)))) return;
          seen += 1;
          const [last = 0, ...others] = set;
          for (const change of others) sets.push(change);
          const guess = sets.guess(last);
          for (const _ of others) sets.pop();
          const exact = goal.margin(
            probe.scoresAfter(set.map((i) => changes[i] as (typeof changes)[number])),
          );
          expect(guess).toBeCloseTo(exact, 9);
        },
      ),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(20);
    probe.scores().forEach((score, c) => void expect(score).toBe(before[c]));
  });
});

describe('images of words', () => {
  it('are the same bits alone, kept, and among thousands', () => {
    const words = Array.from({ length: 2_500 }, (_, i) => `word${i}`);
    const all = wordImages(state, words);
    const width = state.widths.spelling;
    for (const at of [0, 1_200, 2_499]) {
      const own = [...all.subarray(at * width, (at + 1) * width)];
      expect([...wordImage(state, words[at] as string)]).toEqual(own);
      expect([...wordImages(state, [words[at] as string])]).toEqual(own);
    }
  });

  it('do not change what a text is encoded to', () => {
    const texts = makeTexts(3, 20, 12).map(toContent);
    const together = textEncoder.encode(state, texts);
    const alone = texts.flatMap((text) => [...textEncoder.encode(state, [text]).dense]);
    expect(alone).toEqual([...together.dense]);
  });
});
