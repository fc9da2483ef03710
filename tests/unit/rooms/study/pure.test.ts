import { describe, expect, it } from 'vitest';
import type { StandingFeedback } from '../../../../src/domain/explanation/standing-feedback.ts';
import type { ClassId, ItemId } from '../../../../src/domain/records.ts';
import type { SpanChange, SpanPart } from '../../../../src/modalities/explain-contract.ts';
import {
  centredAt,
  groupParts,
  scaleOf,
  sharesFor,
  strengthOf,
} from '../../../../src/modalities/share.ts';
import {
  diffSegments as segmentsOf,
  shorten,
} from '../../../../src/modalities/text/view/diff-segments.ts';
import { featureOfSelection } from '../../../../src/modalities/text/view/feature-of-selection.ts';
import { buildRuns, MOST_WORDS, wordsIn } from '../../../../src/modalities/text/view/runs.ts';
import { wordDiff } from '../../../../src/modalities/text/view/word-diff.ts';
import { studyTarget } from '../../../../src/rooms/label/study-target.ts';
import { guessBoundary, guessFlip } from '../../../../src/rooms/shared/study/edit-guess.ts';
import { createLive } from '../../../../src/rooms/shared/study/live.ts';
import { saidHere, saidKeys } from '../../../../src/rooms/shared/study/said-here.ts';
import { saySimilarity, saySure } from '../../../../src/rooms/shared/study/say.ts';
import type { Outcome, Proposal } from '../../../../workers/api.ts';

const diffSegments = (text: string, changes: readonly Omit<SpanChange, 'kind'>[]) =>
  segmentsOf(
    text,
    changes.map((change) => ({ kind: 'span', ...change })),
  );
const A = 'a' as ClassId;
const B = 'b' as ClassId;
const C = 'c' as ClassId;

const WORD = /[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;

/** Parts for every word of a text; `value` gives the share for the first class, the second gets minus it. */
function partsOf(text: string, value: (word: string, index: number) => number): SpanPart[] {
  return [...text.matchAll(WORD)].map((match, index) => {
    const total = value(match[0], index);
    return {
      kind: 'span',
      start: match.index,
      end: match.index + match[0].length,
      feature: { kind: 'term', term: match[0].toLowerCase() },
      named: [total * 0.75, -total * 0.75],
      latent: [total * 0.25, -total * 0.25],
    };
  });
}

function runsOf(text: string, value: (word: string, index: number) => number, said: string[] = []) {
  const groups = groupParts(partsOf(text, value));
  return buildRuns({
    text,
    shares: sharesFor(groups, 0, 'single'),
    scale: scaleOf(groups, 'single'),
    said: new Set(said.map((term) => `term:${term}`)),
  });
}

describe('shares of words', () => {
  it('centres where classes exclude each other, and only there', () => {
    expect(centredAt([3, 0, 0], 0, 'single')).toBeCloseTo(2);
    expect(centredAt([3, 0, 0], 1, 'single')).toBeCloseTo(-1);
    expect(centredAt([3, 0, 0], 1, 'multi')).toBe(0);
    expect(centredAt([], 0, 'single')).toBe(0);
  });
  it('adds up what goes through the word and through its company', () => {
    const [share] = sharesFor(groupParts(partsOf('refund', () => 2)), 0, 'single');
    expect(share).toMatchObject({ named: 1.5, latent: 0.5, total: 2 });
  });
  it('counts a word that occurs twice as one', () => {
    const shares = sharesFor(groupParts(partsOf('Refund now, refund', () => 1)), 0, 'single');
    expect(shares.map(({ key, total, parts }) => [key, total, parts.length])).toEqual([
      ['term:refund', 2, 2],
      ['term:now', 1, 1],
    ]);
  });
  it('takes the largest of all classes as the scale', () => {
    const parts = [{ ...partsOf('x', () => 0)[0], named: [0, 0, -4], latent: [0, 0, 1] }];
    const groups = groupParts(parts as SpanPart[]);
    expect(scaleOf(groups, 'single')).toBeCloseTo(2);
    expect(scaleOf(groups, 'multi')).toBeCloseTo(3);
  });
  it('grades strength beside the strongest word, and calls small things small', () => {
    expect([0.05, 0.1, 0.4, 0.7, -1].map((x) => strengthOf(x, 1))).toEqual([0, 1, 2, 3, 3]);
    expect(strengthOf(0.02, 0.02)).toBe(1);
    expect(strengthOf(0.1, 0.1)).toBe(2);
    expect(strengthOf(0.001, 0.001)).toBe(0);
    expect(strengthOf(0, 0)).toBe(0);
  });
});

describe('runs', () => {
  const nasty = '<b>Héllo</b> 👩‍👩‍👧 مرحبا बहुत é\u0301 &amp;\r\n\trefund REFUND 𝒳 end';
  it('are the text again, character by character', () => {
    const runs = runsOf(nasty, (_, index) => (index % 3) - 1);
    expect(runs.map(({ text }) => text).join('')).toBe(nasty);
    let at = 0;
    for (const run of runs) {
      expect(run.start).toBe(at);
      at += run.text.length;
    }
  });
  it('hold at most the strongest words as buttons, however long the text', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ');
    const runs = runsOf(text, (_, index) => 1 + index / 1000);
    const words = runs.filter(({ kind }) => kind === 'word');
    expect(words).toHaveLength(MOST_WORDS);
    expect(words.at(-1)?.text).toBe('w19999');
    expect(runs.length).toBeLessThanOrEqual(2 * MOST_WORDS + 1);
    expect(runs.map((run) => run.text).join('')).toBe(text);
  });
  it('leave out words that say nothing, unless something was said of them', () => {
    const value = (word: string) => (word === 'refund' ? 2 : 0);
    expect(runsOf('a refund now', value).map(({ kind }) => kind)).toEqual([
      'plain',
      'word',
      'plain',
    ]);
    const said = runsOf('a refund now', value, ['now']).at(-1);
    expect(said).toMatchObject({ kind: 'word', text: 'now', isSaid: true, strength: 0 });
  });
  it('skip parts that overlap or point outside the text', () => {
    const [whole] = partsOf('abc', () => 2);
    const parts = [whole!, { ...whole!, start: 1, end: 9 }];
    const shares = sharesFor(groupParts(parts), 0, 'single');
    const runs = buildRuns({ text: 'abc', shares, scale: 2, said: new Set() });
    expect(runs.map(({ text }) => text)).toEqual(['abc']);
  });
  it('widen a selection to whole words', () => {
    const parts = partsOf('one two three', () => 1);
    expect(wordsIn(parts, 2, 5)).toEqual({ start: 0, end: 7 });
    expect(wordsIn(parts, 3, 4)).toBeNull();
  });
});

describe('diffs', () => {
  it('say what stays, goes and comes', () => {
    const changes = [{ start: 4, end: 8, removed: 'good', put: 'bad' }];
    expect(diffSegments('not good', changes)).toEqual([
      { kind: 'same', text: 'not ' },
      { kind: 'removed', text: 'good' },
      { kind: 'added', text: 'bad' },
    ]);
  });
  it('cut long stretches but never the changes', () => {
    const long = `${'word '.repeat(100)}X${' tail'.repeat(100)}`;
    const cut = shorten(diffSegments(long, [{ start: 500, end: 501, removed: 'X', put: '' }]));
    expect(cut.find(({ kind }) => kind === 'removed')?.text).toBe('X');
    expect(cut.map(({ text }) => text).join('').length).toBeLessThan(200);
  });
  it('never cut a character in two', () => {
    const cut = shorten(
      diffSegments('😀'.repeat(200), [{ start: 0, end: 2, removed: '😀', put: '' }]),
    );
    expect(cut.map(({ text }) => text).join('')).not.toMatch(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    );
  });
  it('of a person’s edit lead from one text to the other', () => {
    for (const [before, after] of [
      ['I love this film', 'I hate this old film'],
      ['', 'new'],
      ['gone', ''],
      ['same', 'same'],
      ['a b a b a', 'b a b'],
      ['é 👍 ok', 'é 👎 ok!'],
    ] as const) {
      const changes = wordDiff(before, after);
      let result = before as string;
      for (const { start, end, removed, put } of [...changes].reverse()) {
        expect(result.slice(start, end)).toBe(removed);
        result = result.slice(0, start) + put + result.slice(end);
      }
      expect(result).toBe(after);
    }
    expect(wordDiff('I love this film', 'I hate this film')).toEqual([
      { kind: 'span', start: 2, end: 6, removed: 'love', put: 'hate' },
    ]);
  });
});

describe('what was said here', () => {
  const mark = (feature: object, itemId: string | null) => ({
    type: 'feature-marked',
    id: JSON.stringify(feature),
    feature,
    itemId,
  });
  const feedback = {
    marks: [
      mark({ kind: 'term', term: 'refund' }, null),
      mark({ kind: 'term', term: 'my refund' }, null),
      mark({ kind: 'term', term: 'fund' }, null),
      mark({ kind: 'pattern', pattern: 'refun*' }, null),
      mark({ kind: 'pattern', pattern: '*(*' }, null),
      mark({ kind: 'term', term: 'elsewhere' }, 'i'),
    ],
    regions: [],
    edits: [{ itemId: 'i' }, { itemId: 'j' }],
    judgements: [],
    ids: [],
  } as unknown as StandingFeedback;
  it('takes marks on words that occur, and whatever was said of this very item', () => {
    const said = saidHere(feedback, 'i' as ItemId, {
      kind: 'text',
      text: 'Where is MY  refund?',
    });
    expect([...saidKeys(said)]).toEqual([
      'term:refund',
      'term:my refund',
      'pattern:refun*',
      'term:elsewhere',
    ]);
    expect(said.edits).toHaveLength(1);
  });
});

describe('words for figures', () => {
  it('never claim more than was measured', () => {
    expect([0.02, 0.34, 0.82, 0.96, 0.99].map(saySure)).toEqual([
      'less than 1 in 10',
      'about 3 in 10',
      'about 8 in 10',
      'more than 9 in 10',
      'all but certain',
    ]);
    expect(saySimilarity(0.99)).toBe('nearly the same');
    expect(saySimilarity(0.1)).toBe('a little alike');
  });
});

describe('features', () => {
  it('of a selection are its words in the encoder’s spelling', () => {
    expect(featureOfSelection('  Not\n GOOD, ')).toEqual({ kind: 'term', term: 'not good' });
    expect(featureOfSelection('… !')).toBeNull();
  });
});

describe('guesses for an edit', () => {
  const view = (all: readonly [ClassId, number][]): Proposal => ({
    classes: [all[0]![0]],
    probability: all[0]![1],
    all: all.map(([classId, probability]) => ({ classId, probability })),
  });
  it('put another class than the answer first', () => {
    const now = view([
      [A, 0.6],
      [B, 0.3],
      [C, 0.1],
    ]);
    expect(guessFlip({ mode: 'single', original: [A], now, before: null })).toEqual([B]);
    expect(guessFlip({ mode: 'single', original: [B], now, before: null })).toEqual([A]);
    expect(guessFlip({ mode: 'single', original: [A], now: null, before: null })).toEqual([A]);
    expect(guessBoundary(now, [A, B, C])).toEqual([A, B]);
    expect(guessBoundary(null, [C, B])).toEqual([C, B]);
    expect(guessBoundary(null, [A])).toBeNull();
  });
});

describe('the panel beside the desk', () => {
  const isAnswered = (id: ItemId): boolean => id.startsWith('done');
  const ask = (itemId: string, isAsked: boolean) => ({ itemId: itemId as ItemId, isAsked });
  const base = { last: 'done-1' as ItemId, isAnswered, timing: 'after' as const };
  it('is about the last answer, never about the open question', () => {
    expect(studyTarget({ ...base, onShow: ask('open', true) })).toBe('done-1');
    expect(studyTarget({ ...base, onShow: null })).toBe('done-1');
    expect(studyTarget({ ...base, last: null, onShow: ask('open', true) })).toBeNull();
    expect(studyTarget({ ...base, onShow: ask('open', false) })).toBeNull();
  });
  it('follows an answer that is looked at again', () => {
    expect(studyTarget({ ...base, onShow: ask('done-2', false) })).toBe('done-2');
  });
  it('is about the question where proposals stand before', () => {
    const onShow = ask('open', true);
    expect(studyTarget({ ...base, onShow, timing: 'before' })).toBe('open');
  });
});

describe('live questions', () => {
  it('ask one at a time and skip what was overtaken', async () => {
    const asked: string[] = [];
    const answered: string[] = [];
    const waiting: (() => void)[] = [];
    const live = createLive(
      (input: string) => {
        asked.push(input);
        return new Promise<Outcome<string>>((resolve) => {
          waiting.push(() => resolve({ ok: true, value: input }));
        });
      },
      (outcome) => answered.push(outcome.ok ? outcome.value : '!'),
    );
    const tick = () => new Promise((resolve) => setTimeout(resolve));
    for (const text of ['a', 'ab', 'abc']) live.ask(text);
    waiting.shift()?.();
    await tick();
    waiting.shift()?.();
    await tick();
    expect(asked).toEqual(['a', 'abc']);
    expect(answered).toEqual(['a', 'abc']);
    live.ask('abcd');
    live.dispose();
    waiting.shift()?.();
    await tick();
    expect(answered).toEqual(['a', 'abc']);
  });
});
