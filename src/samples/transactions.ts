/**
 * Card transactions of two months, 3 in 100 of them fraud. The pattern of fraud drifts, as it does:
 * first cards are tested with small sums online, then cash is drawn far away at night, then gift
 * cards are bought just below a limit. Plenty of honest transactions look like each of them.
 */
import { createRng, type Rng } from '../domain/math/rng.ts';
import type { ColumnSpec } from '../domain/records.ts';
import { pick } from './grammar.ts';
import type { Sample, SampleItem } from './sample.ts';

const COUNT = 5_000;
const FRAUDS = 150;
const DAYS = 60;
const START = Date.UTC(2026, 2, 1);
const DAY_MS = 86_400_000;
const HOME = 'DE';
const NEAR = ['FR', 'NL', 'AT', 'CH', 'IT', 'PL'] as const;
const FAR = ['US', 'TH', 'BR', 'NG', 'TR', 'AE', 'MX'] as const;

/** Kind of merchant: typical sum, how widely it spreads, and how it is usually paid. */
const MERCHANTS = {
  groceries: [38, 0.6, 'contactless'],
  restaurant: [42, 0.5, 'contactless'],
  fuel: [62, 0.3, 'chip'],
  clothing: [70, 0.7, 'chip'],
  electronics: [180, 0.9, 'online'],
  travel: [260, 0.9, 'online'],
  streaming: [12, 0.3, 'online'],
  'gift cards': [55, 0.6, 'online'],
  cash: [120, 0.5, 'chip'],
  pharmacy: [24, 0.6, 'contactless'],
  games: [18, 0.8, 'online'],
  home: [90, 0.8, 'chip'],
} as const satisfies Record<string, readonly [number, number, string]>;
type Merchant = keyof typeof MERCHANTS;
const KINDS = Object.keys(MERCHANTS) as Merchant[];
/** How often each kind comes up, in the order above. */
const SHARES = [0.28, 0.15, 0.1, 0.08, 0.05, 0.04, 0.08, 0.02, 0.05, 0.06, 0.04, 0.05];

interface Transaction {
  readonly merchant: Merchant;
  readonly amount: number;
  readonly channel: string;
  readonly country: string;
  /** Hour of the day, in [0, 24). */
  readonly hour: number;
  readonly distance: number | null;
  readonly sinceLast: number;
  readonly today: number;
  readonly isNewDevice: boolean;
}

/** Log-normal around a typical sum. */
function sum(rng: Rng, typical: number, spread: number): number {
  return typical * Math.exp(spread * rng.normal());
}

function drawKind(rng: Rng): Merchant {
  let draw = rng.next();
  const at = SHARES.findIndex((share) => {
    draw -= share;
    return draw < 0;
  });
  return KINDS[at] ?? 'groceries';
}

function honest(rng: Rng): Transaction {
  const merchant = drawKind(rng);
  const [typical, spread, usual] = MERCHANTS[merchant];
  const isAway = rng.next() < 0.07;
  const country = isAway ? pick(rng, rng.next() < 0.7 ? NEAR : FAR) : HOME;
  const channel = rng.next() < 0.85 ? usual : pick(rng, ['chip', 'contactless', 'online', 'phone']);
  const isOnline = channel === 'online' || channel === 'phone';
  const far = country === HOME ? sum(rng, 6, 1.1) : sum(rng, 900, 0.7);
  return {
    merchant,
    amount: sum(rng, typical, spread),
    channel,
    country,
    hour: dayHour(rng),
    distance: isOnline ? null : far,
    sinceLast: sum(rng, 420, 1.3),
    today: Math.min(9, Math.floor(-Math.log(1 - rng.next()) * 1.3)),
    isNewDevice: rng.next() < (isOnline ? 0.08 : 0.02),
  };
}

/** Most at noon and in the early evening, few at night. */
function dayHour(rng: Rng): number {
  const peak = rng.next() < 0.5 ? 12.5 : 18.5;
  return (peak + 2.6 * rng.normal() + 48) % 24;
}

function tested(rng: Rng): Transaction {
  const isTest = rng.next() < 0.7;
  return {
    ...honest(rng),
    merchant: isTest ? pick(rng, ['games', 'streaming', 'gift cards'] as const) : 'electronics',
    amount: isTest ? sum(rng, 2.4, 0.5) : sum(rng, 520, 0.4),
    channel: 'online',
    country: rng.next() < 0.6 ? HOME : pick(rng, FAR),
    distance: null,
    sinceLast: sum(rng, 5, 0.8),
    today: 3 + rng.integer(7),
    isNewDevice: rng.next() < 0.75,
  };
}

function drawn(rng: Rng): Transaction {
  return {
    ...honest(rng),
    merchant: rng.next() < 0.75 ? 'cash' : 'electronics',
    amount: sum(rng, 310, 0.35),
    channel: 'chip',
    country: pick(rng, FAR),
    hour: (25 + 2.2 * rng.normal() + 48) % 24,
    distance: sum(rng, 5_200, 0.4),
    sinceLast: sum(rng, 90, 0.9),
    today: 1 + rng.integer(5),
    isNewDevice: false,
  };
}

function gifted(rng: Rng): Transaction {
  return {
    ...honest(rng),
    merchant: rng.next() < 0.8 ? 'gift cards' : 'games',
    amount: 199 - 18 * rng.next() ** 2,
    channel: rng.next() < 0.7 ? 'phone' : 'online',
    country: HOME,
    distance: null,
    sinceLast: sum(rng, 25, 0.9),
    today: 2 + rng.integer(4),
    isNewDevice: rng.next() < 0.6,
  };
}

/** How likely each pattern is at this point of the two months, in [0, 1]. */
function fraud(rng: Rng, progress: number): Transaction {
  const late = Math.max(0, (progress - 0.5) * 2);
  const early = Math.max(0, 1 - progress * 2);
  const draw = rng.next() * (early + late + 0.5);
  if (draw < early) return tested(rng);
  return draw < early + 0.5 ? drawn(rng) : gifted(rng);
}

function* generate(seed: number): Generator<SampleItem> {
  const rng = createRng(seed);
  const isFraud = new Set<number>();
  while (isFraud.size < FRAUDS) isFraud.add(rng.integer(COUNT));
  for (let i = 0; i < COUNT; i++) {
    const one = isFraud.has(i) ? fraud(rng, i / COUNT) : honest(rng);
    yield {
      content: { kind: 'table', cells: cellsOf(one, i, rng) },
      classes: [isFraud.has(i) ? 'fraud' : 'fine'],
      fields: {},
    };
  }
}

function cellsOf(one: Transaction, i: number, rng: Rng): Readonly<Record<string, string>> {
  const day = Math.floor((i * DAYS) / COUNT);
  const time = new Date(START + day * DAY_MS + one.hour * 3_600_000);
  return {
    time: time.toISOString().slice(0, 16).replace('T', ' '),
    amount: one.amount.toFixed(2),
    merchant: one.merchant,
    channel: one.channel,
    country: one.country,
    'distance from home, km': one.distance === null ? '' : one.distance.toFixed(0),
    'minutes since last': one.sinceLast.toFixed(0),
    'others that day': String(one.today),
    'new device': one.isNewDevice ? 'yes' : 'no',
    // A few were never recorded.
    'card age, days': rng.next() < 0.03 ? '' : sum(rng, 700, 0.9).toFixed(0),
  };
}

const COLUMNS: readonly ColumnSpec[] = [
  { name: 'time', type: 'date' },
  { name: 'amount', type: 'number' },
  { name: 'merchant', type: 'category' },
  { name: 'channel', type: 'category' },
  { name: 'country', type: 'category' },
  { name: 'distance from home, km', type: 'number' },
  { name: 'minutes since last', type: 'number' },
  { name: 'others that day', type: 'number' },
  { name: 'new device', type: 'category' },
  { name: 'card age, days', type: 'number' },
];

export const transactions: Sample = {
  id: 'transactions',
  label: 'Card transactions',
  description:
    '5,000 transactions, 3 in 100 fraud, and the way of cheating changes with the weeks.',
  modality: 'table',
  mode: 'single',
  classes: [
    {
      name: 'fine',
      description: 'The holder of the card paid, however odd it looks.',
      goodExamples: ['groceries, 38.20, contactless, 2 km from home'],
      badExamples: [],
    },
    {
      name: 'fraud',
      description: 'Somebody else used the card.',
      goodExamples: ['games, 1.99, online, new device, 4 minutes after the last'],
      badExamples: ['travel, 640.00, online, once'],
    },
  ],
  guidelines:
    '# Is this transaction fraud?\n\n' +
    '- Small sums in quick succession on a new device are how stolen cards are tested.\n' +
    '- Far away is not fraud by itself: people travel.\n' +
    '- When in doubt answer *not sure* rather than guess: a wrong alarm costs a customer.\n',
  count: COUNT,
  settings: { columns: COLUMNS },
  generate,
};
