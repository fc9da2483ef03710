import { createRng, type Rng } from '../domain/math/rng.ts';
import { expand, pick, roughen } from './grammar.ts';
import { critical, fine, hardFine, hardToxic, lexicon, toxic } from './moderation-lexicon.ts';
import type { Sample, SampleItem } from './sample.ts';

const COUNT = 3_000;

/** Shares of the kinds of comment; about 27 % are toxic, and a third of all are hard. */
const KINDS: readonly {
  readonly share: number;
  readonly label: string;
  readonly templates: readonly string[];
}[] = [
  { share: 0.42, label: 'fine', templates: fine },
  { share: 0.16, label: 'fine', templates: critical },
  { share: 0.15, label: 'fine', templates: hardFine },
  { share: 0.16, label: 'toxic', templates: toxic },
  { share: 0.11, label: 'toxic', templates: hardToxic },
];

function* generate(seed: number): Generator<SampleItem> {
  const rng = createRng(seed);
  for (let i = 0; i < COUNT; i++) yield makeComment(rng);
}

function makeComment(rng: Rng): SampleItem {
  let draw = rng.next();
  const kind =
    KINDS.find(({ share }) => {
      draw -= share;
      return draw < 0;
    }) ?? (KINDS[0] as (typeof KINDS)[number]);
  let text = expand(pick(rng, kind.templates), lexicon, rng);
  // Some comments say something harmless first: length alone must not give the answer away.
  if (rng.next() < 0.22) text = `${expand(pick(rng, fine), lexicon, rng)} ${text}`;
  const board = pick(rng, ['sports', 'cooking', 'local news', 'music', 'travel']);
  const content = { kind: 'text', text: roughen(text, rng) } as const;
  return { content, classes: [kind.label], fields: { board } };
}

export const moderation: Sample = {
  id: 'moderation',
  label: 'Comment moderation',
  description:
    '3,000 short comments: toxic or fine? With negation, quotes, reclaimed words and sarcasm.',
  modality: 'text',
  mode: 'single',
  classes: [
    {
      name: 'fine',
      description:
        'Anything a stranger may say to a stranger: praise, questions, also sharp criticism of a thing.',
      goodExamples: [
        'What a useless update, the layout is broken.',
        'He called me a fool and I felt awful.',
      ],
      badExamples: ['You are useless.'],
    },
    {
      name: 'toxic',
      description: 'Attacks, belittles or threatens a person, also politely or with irony.',
      goodExamples: ['Get lost, clown.', 'Bless your heart, thinking must be so hard for you.'],
      badExamples: ['This song is garbage.'],
    },
  ],
  guidelines:
    '# Is this comment toxic?\n\nA comment is **toxic** when it attacks, belittles or threatens *a person*.\n\n' +
    '- Criticism of a *thing* is fine, even when it is harsh.\n' +
    '- Quoting an insult, or telling of one, is fine.\n' +
    '- Irony counts by what it means, not by its words.\n',
  count: COUNT,
  generate,
};
