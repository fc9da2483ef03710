/** What is said of a network that learned from answers, also once some of them have changed. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { splitTrained, type TrainedFacts } from '../../../../src/modalities/trained/facts.ts';
import { trainedEncoder, trainedModality } from '../../../../src/modalities/trained/index.ts';
import { sinceThen, trainedHash } from '../../../../src/rooms/classes/trained.ts';
import { decodeValue } from '../../../../src/storage/backup-codec.ts';
import type { LearnerStatus } from '../../../../workers/api.ts';
import { writeTrained } from '../../../../workers/learn/network/network-file.ts';
import { blankStatus } from '../../../../workers/learn/session/status.ts';
import { A, B, PROJECT, startJournal } from '../../domain/make.ts';

const figure = { value: 0.8, low: 0.7, high: 0.9, n: 60 };
const facts: TrainedFacts = {
  ...{ format: 'hone-trained', version: 1, modality: 'table', kind: 'dense', answers: 60 },
  ...{ learnedFrom: [], trainedAt: 5, backend: 'wasm', settingsKey: '' },
  ...{ folded: figure, own: figure },
};

describe('since it was trained', () => {
  const since = (learnedFrom: TrainedFacts['learnedFrom'], trainedOn: number, answers = 60) => {
    const learner = signal<LearnerStatus>({ ...blankStatus(PROJECT), trainedOn });
    return sinceThen({ learnedFrom, answers }, { state: signal(journal.state()), learner });
  };
  const journal = startJournal();
  const [one, two] = [journal.answer(1, [A]), journal.answer(2, [B])];

  it('answers taken back or corrected are counted, and those that stand are not', () => {
    expect(since([one, two], 2).changed).toBe(0);
    journal.run({ type: 'undo' });
    expect(since([one, two], 1).changed).toBe(1);
    journal.answer(1, [B]);
    expect(since([one, two], 1).changed).toBe(2);
  });

  it('training again is suggested once the answers have grown by half', () => {
    expect(since([], 89)).toMatchObject({ more: 29, isWorthIt: false });
    expect(since([], 90)).toMatchObject({ more: 30, isWorthIt: true });
    expect(since([], 40)).toMatchObject({ more: 0, isWorthIt: false });
  });
});

describe('its file', () => {
  it('keeps what is known and what was learned, to the bit', () => {
    const state = { network: { weights: Float32Array.of(1 / 3, -2, 1e-20) }, names: ['a'] };
    const { facts: read, rest } = splitTrained(writeTrained(facts, state));
    expect(read).toEqual(facts);
    expect(decodeValue(rest)).toEqual(state);
  });

  it('is refused in words when it is damaged, or of a later version', () => {
    for (const text of ['', 'nothing', '{}\n', '{"format":"hone-trained"'])
      expect(() => splitTrained(text)).toThrow('its file is damaged');
    const later = JSON.stringify({ ...facts, version: 2 });
    expect(() => splitTrained(`${later}\n{}`)).toThrow('newer version of Hone');
  });
});

it('is named in the settings and told from other encoders', () => {
  expect(trainedHash('trained:abc')).toBe('abc');
  expect(trainedHash('network:abc')).toBeNull();
  expect(trainedHash(undefined)).toBeNull();
  const hash = 'f'.repeat(64);
  expect(trainedModality(trainedEncoder('image', { state: {}, hash }).id)).toBe('image');
  expect(trainedModality('image-patches-1')).toBeNull();
  expect(() => trainedEncoder('sound', { state: {}, hash })).toThrow('no network is learned');
});
