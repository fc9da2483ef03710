import { createRng, type Rng } from '../domain/math/rng.ts';
import type { ColumnSpec } from '../domain/records.ts';
import type { Sample, SampleItem } from './sample.ts';
import { countries, home, type Merchant, merchants } from './transactions-lexicon.ts';

const COUNT = 5_000;
const FRAUD_SHARE = 0.03;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAYS = 366;
const DAY_MS = 86_400_000;
const ABROAD_KM = 900;

/** What a row is made of before it is written down. */
interface Draft {
  readonly merchant: Merchant;
  readonly amount: number;
  readonly hour: number;
  readonly country: string;
  readonly channel: string;
  /** Age of the card in days. */
  readonly cardDays: number;
  /** Distance from home in kilometres; null where there is none (online). */
  readonly distance: number | null;
  /** Payments with the same card in the last hour. */
  readonly recent: number;
}

/**
 * Frauds come in two kinds, and the second replaces the first over the year: by night, abroad, with a
 * large sum at a shop for electronics; then in quick small payments online, with a new card, for gift
 * cards and coins. What told frauds in January tells few of them in December.
 */
function* generate(seed: number): Generator<SampleItem> {
  const rng = createRng(seed);
  for (let i = 0; i < COUNT; i++) {
    const progress = i / COUNT;
    const isFraud = rng.next() < FRAUD_SHARE;
    const isLate = rng.next() < smoothStep((progress - 0.3) / 0.4);
    const usual = drawUsual(rng);
    const draft = isFraud ? (isLate ? drawQuick(usual, rng) : drawAbroad(usual, rng)) : usual;
    const when = FIRST_DAY + Math.floor(progress * DAYS) * DAY_MS;
    yield {
      content: { kind: 'table', cells: toCells(draft, when, rng) },
      classes: [isFraud ? 'fraud' : 'fine'],
      fields: {},
    };
  }
}

function drawUsual(rng: Rng): Draft {
  const merchant = drawShare(merchants, rng);
  const country = drawShare(countries, rng).code;
  const isOnline = ['online shop', 'crypto exchange', 'gift cards'].includes(merchant.kind);
  const distance =
    country === home ? 6 * Math.exp(rng.normal()) : ABROAD_KM * Math.exp(0.6 * rng.normal());
  return {
    merchant,
    amount: merchant.amount * Math.exp(merchant.spread * rng.normal()),
    hour: wrap(merchant.hour + 3.2 * rng.normal()),
    country,
    channel: isOnline ? 'online' : rng.next() < 0.6 ? 'contactless' : 'chip',
    cardDays: 30 + 2_200 * rng.next(),
    distance: isOnline ? null : distance,
    recent: rng.next() < 0.08 ? 1 + rng.integer(2) : 0,
  };
}

/** A stolen card, abroad and by night. Some look like a journey. */
function drawAbroad(usual: Draft, rng: Rng): Draft {
  const abroad = countries.filter(({ code }) => code !== home);
  return {
    ...usual,
    merchant: rng.next() < 0.65 ? named('electronics') : usual.merchant,
    amount: 260 * Math.exp(0.7 * rng.normal()),
    hour: wrap(2.5 + 2.5 * rng.normal()),
    country: rng.next() < 0.85 ? drawShare(abroad, rng).code : usual.country,
    channel: 'chip',
    distance: 1_500 * Math.exp(0.6 * rng.normal()),
  };
}

/** Stolen numbers, tried online in quick succession. Some look like ordinary shopping. */
function drawQuick(usual: Draft, rng: Rng): Draft {
  const kind = rng.next();
  return {
    ...usual,
    merchant: named(kind < 0.5 ? 'gift cards' : kind < 0.75 ? 'crypto exchange' : 'online shop'),
    amount: 22 * Math.exp(0.5 * rng.normal()),
    channel: 'online',
    cardDays: 3 + 120 * rng.next() ** 2,
    distance: null,
    recent: 2 + rng.integer(5),
  };
}

function named(kind: string): Merchant {
  return merchants.find((one) => one.kind === kind) ?? (merchants[0] as Merchant);
}

function drawShare<T extends { readonly share: number }>(values: readonly T[], rng: Rng): T {
  const total = values.reduce((sum, { share }) => sum + share, 0);
  let draw = rng.next() * total;
  const found = values.find(({ share }) => {
    draw -= share;
    return draw < 0;
  });
  return found ?? (values[0] as T);
}

function toCells(draft: Draft, when: number, rng: Rng): Record<string, string> {
  const minute = Math.floor(draft.hour * 60);
  return {
    time: new Date(when + minute * 60_000).toISOString().slice(0, 16).replace('T', ' '),
    amount: draft.amount.toFixed(2),
    merchant: draft.merchant.kind,
    country: draft.country,
    channel: draft.channel,
    'distance from home (km)': draft.distance === null ? '' : draft.distance.toFixed(1),
    // Old records lack it now and then.
    'card age (days)': rng.next() < 0.04 ? '' : String(Math.round(draft.cardDays)),
    'payments in the last hour': String(draft.recent),
  };
}

function wrap(hour: number): number {
  return ((hour % 24) + 24) % 24;
}

/** 0 below 0, 1 above 1, smooth between. */
function smoothStep(at: number): number {
  const x = Math.min(1, Math.max(0, at));
  return x * x * (3 - 2 * x);
}

const columns: readonly ColumnSpec[] = [
  { name: 'time', type: 'date' },
  { name: 'amount', type: 'number' },
  { name: 'merchant', type: 'category' },
  { name: 'country', type: 'category' },
  { name: 'channel', type: 'category' },
  { name: 'distance from home (km)', type: 'number' },
  { name: 'card age (days)', type: 'number' },
  { name: 'payments in the last hour', type: 'number' },
];

export const transactions: Sample = {
  id: 'transactions',
  label: 'Card payments',
  description:
    '5,000 card payments of one year: fraud or fine? 3 in 100 are fraud, and how it is done changes over the year.',
  modality: 'table',
  mode: 'single',
  classes: [
    {
      name: 'fine',
      description: 'The holder of the card paid, also when the sum or the place is unusual.',
      goodExamples: ['A hotel abroad, paid in the evening with the chip.'],
      badExamples: ['Six payments for gift cards within an hour.'],
    },
    {
      name: 'fraud',
      description: 'Somebody else paid with the card or its number.',
      goodExamples: ['Electronics for 400 at three in the morning, 1,500 km from home.'],
      badExamples: ['One large purchase near home at noon.'],
    },
  ],
  guidelines:
    '# Is this payment fraud?\n\nA payment is **fraud** when somebody else than the holder made it.\n\n' +
    '- A single unusual cell is seldom enough: look for what goes together.\n' +
    '- How frauds are done changes over the year. What was typical in spring may be rare in winter.\n',
  count: COUNT,
  settings: { columns },
  generate,
};
