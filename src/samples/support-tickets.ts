import { createRng, type Rng, shuffled } from '../domain/math/rng.ts';
import { expand, pick, roughen } from './grammar.ts';
import type { Sample, SampleClass, SampleItem } from './sample.ts';
import { lexicon, sentences } from './tickets-lexicon.ts';

const COUNT = 2_000;
const NAMES = Object.keys(sentences);

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  billing: 'Money: charges, invoices, vouchers, payment methods.',
  delivery: 'The parcel on its way: when, where, what is missing.',
  returns: 'Sending back, exchange, refund of something sent back.',
  account: 'Logging in, passwords, personal data.',
  technical: 'The website or the app does not work.',
};

const classes: readonly SampleClass[] = NAMES.map((name) => ({
  name,
  description: DESCRIPTIONS[name] ?? '',
  goodExamples: (sentences[name] ?? [])
    .slice(0, 1)
    .map((sentence) => expand(sentence, lexicon, createRng(1))),
  badExamples: [],
}));

/** How many matters one ticket holds. */
function drawMatters(rng: Rng, isMulti: boolean): readonly string[] {
  const count = isMulti ? pick(rng, [1, 1, 1, 2, 2, 3]) : 1;
  return shuffled(NAMES, rng).slice(0, count);
}

function makeTicket(rng: Rng, isMulti: boolean): SampleItem {
  const matters = drawMatters(rng, isMulti);
  const said = matters.flatMap((name) => {
    const own = shuffled(sentences[name] ?? [], rng);
    return own.slice(0, rng.next() < 0.3 ? 2 : 1);
  });
  // A mention in passing of another matter: words alone do not decide.
  if (!isMulti && rng.next() < 0.15)
    said.push(`The last time it was about ${pick(rng, NAMES)}, this is something else.`);
  const text = ['{hello}', ...said, '{bye}']
    .map((part) => expand(part, lexicon, rng))
    .filter(Boolean)
    .join(' ');
  const channel = pick(rng, ['e-mail', 'chat', 'form']);
  const content = { kind: 'text', text: roughen(text, rng) } as const;
  return { content, classes: [...matters].sort(), fields: { channel } };
}

function* generate(seed: number, isMulti: boolean): Generator<SampleItem> {
  const rng = createRng(seed);
  for (let i = 0; i < COUNT; i++) yield makeTicket(rng, isMulti);
}

const common = { modality: 'text', classes, count: COUNT } as const;

export const supportTickets: Sample = {
  ...common,
  id: 'support-tickets',
  label: 'Support tickets',
  description: '2,000 messages to a shop: which of five desks should answer?',
  mode: 'single',
  guidelines:
    '# Which desk?\n\nChoose the desk that can *solve* what the customer asks for. One per ticket.\n',
  generate: (seed) => generate(seed, false),
};

export const supportTicketsMulti: Sample = {
  ...common,
  id: 'support-tickets-multi',
  label: 'Support tickets, several matters',
  description: 'The same desks, but a message may hold several matters at once.',
  mode: 'multi',
  guidelines:
    '# Which desks?\n\nChoose *every* desk that has something to do. None is an answer too.\n',
  generate: (seed) => generate(seed, true),
};
