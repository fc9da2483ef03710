/**
 * Duels between chosen and random answers (`src/domain/query/duel.ts`): for each audit answer, two
 * models with equally many answers guess it. They share all answers but the last r; one has the r
 * that were chosen then, the other the r audits before this one. Between answers, a few at a time;
 * what was fought is kept as long as the answers before it stand.
 */
import { deriveSeed } from '../../../src/domain/math/rng.ts';
import { auto } from '../../../src/domain/query/auto.ts';
import type { DuelRecord } from '../../../src/domain/query/duel.ts';
import type { LabelMode } from '../../../src/domain/records.ts';
import type { ProjectState } from '../../../src/domain/state.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { Learner } from '../learner.ts';
import type { RowLabel } from './labels.ts';
import { SET_THRESHOLD } from './proposals.ts';
import { scoreRows } from './score-rows.ts';

/** Audits that a model must have before it fights: of fewer it learns next to nothing. */
const LEAST_AUDITS = 5;
/** With more answers than these a fit takes too long to be made for a duel. */
const MOST_ANSWERS = 1_000;

export interface DuelSource {
  readonly learner: Pick<Learner, 'headThen'>;
  readonly features: Features;
  readonly mode: LabelMode;
  /** Given labels first, then answers in the order of their events. */
  readonly training: readonly RowLabel[];
  /** In the order of their events. */
  readonly audit: readonly RowLabel[];
}

/** Only the strategy that gives way to chance needs to know. */
export function watchesItself({ project }: Pick<ProjectState, 'project'>): boolean {
  return project.settings.strategy === auto.id;
}

type Outcome = 'random' | 'chosen' | 'even';

export interface Duels {
  /** Fights at most so many that are not fought yet, oldest first. */
  readonly fight: (source: DuelSource, most: number) => void;
  /** Of what stands now, as far as it was fought. */
  readonly record: (source: DuelSource) => DuelRecord;
}

export function createDuels(): Duels {
  const outcomes = new Map<number, Outcome>();
  return {
    fight: (source, most) => {
      const waiting = bouts(source).filter(({ key }) => !outcomes.has(key));
      for (const bout of waiting.slice(0, most)) outcomes.set(bout.key, fightOne(source, bout));
    },
    record: (source) => {
      const fought = bouts(source).flatMap(({ key }) => outcomes.get(key) ?? []);
      const count = (one: Outcome): number => fought.filter((outcome) => outcome === one).length;
      return { random: count('random'), chosen: count('chosen'), fought: fought.length };
    },
  };
}

interface Bout {
  /** Of everything the outcome depends on. */
  readonly key: number;
  /** Audits before this one, and so many chosen answers, are what the two differ in. */
  readonly audits: number;
  /** Answers given before this audit. */
  readonly answers: number;
}

function bouts({ training, audit }: DuelSource): readonly Bout[] {
  const found: Bout[] = [];
  let answers = 0;
  let key = 0;
  for (const [audits, own] of audit.entries()) {
    for (; isBefore(training[answers], own); answers++) key = mix(key, training[answers]);
    key = mix(key, own);
    const chosen = training.slice(0, answers).filter(({ eventId }) => eventId !== null).length;
    if (audits < LEAST_AUDITS || chosen < audits || answers > MOST_ANSWERS) continue;
    found.push({ key, audits, answers });
  }
  return found;
}

function isBefore(label: RowLabel | undefined, audit: RowLabel): boolean {
  return label !== undefined && (label.eventId ?? '') < (audit.eventId ?? '');
}

function mix(key: number, label: RowLabel | undefined): number {
  return label ? deriveSeed(key, label.row, ...label.classes) : key;
}

function fightOne(source: DuelSource, { audits, answers }: Bout): Outcome {
  const { training, audit } = source;
  const shared = training.slice(0, answers - audits);
  const truth = audit[audits] as RowLabel;
  const random = isRight(source, [...shared, ...audit.slice(0, audits)], truth);
  const chosen = isRight(source, training.slice(0, answers), truth);
  if (random === chosen) return 'even';
  return random ? 'random' : 'chosen';
}

function isRight(
  { learner, features, mode }: DuelSource,
  labels: readonly RowLabel[],
  { row, classes }: RowLabel,
): boolean {
  const head = learner.headThen(labels, []);
  const p = scoreRows({ features, rows: [row], head, mode });
  if (mode === 'single') return p.indexOf(Math.max(...p)) === classes[0];
  return p.every((value, c) => value > SET_THRESHOLD === classes.includes(c));
}
