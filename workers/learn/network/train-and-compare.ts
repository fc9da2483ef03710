/**
 * Networks learned from a person's answers, and what they are worth beside Hone's own way of reading:
 * all in small steps, each of which waits until nobody else wants the worker.
 */
import { encoderOf } from '../../../src/modalities/encoders.ts';
import type { Network, NetworkKind } from '../../../src/modalities/network/network.ts';
import { trainableOf } from '../../../src/modalities/trained/index.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { NetworkChoice, NetworkOffer, ReadingQuality } from '../../api.ts';
import { badInput } from '../session/compare.ts';
import type { LearnSession } from '../session/learn-session.ts';
import { type Answered, answersFor, readAnswered } from './answered.ts';
import {
  compareRight,
  FOLDS,
  groupedFolds,
  type Heads,
  rightBy,
  shareOf,
} from './compare-readings.ts';
import { type OwnReading, readOwn } from './own-reading.ts';
import { learnNetwork, type NetworkSource, readBy } from './read-by-network.ts';

export interface TrainingJob {
  readonly session: LearnSession;
  readonly storage: Storage;
  readonly signal: AbortSignal;
  /** Waits until nobody else wants the worker; rejects when the work is to stop. */
  readonly breathe: () => Promise<void>;
  readonly onProgress: (fraction: number) => void;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface TrainedNetwork {
  readonly kind: NetworkKind;
  /** Of `Trainable.stateOf`. */
  readonly state: unknown;
}

export interface TrainedAndCompared {
  readonly offer: NetworkOffer;
  readonly networks: readonly TrainedNetwork[];
  readonly answered: Answered;
}

/** Share of the progress that reading takes. */
const READ_SHARE = 0.05;
/** A training of convolutions takes about so many times that of a dense network. */
const WORK: Readonly<Record<NetworkKind, number>> = { dense: 1, convolution: 8 };

/** Rejects with `bad-input` where there are too few answers or no network is learned for such items. */
export async function trainAndCompare(job: TrainingJob): Promise<TrainedAndCompared> {
  const { session, storage, signal, breathe, onProgress } = job;
  const { modality, seed, mode } = session.state.project;
  const trainable = trainableOf(modality);
  if (!trainable) throw badInput('No network is learned for items of this kind.');
  const encoder = encoderOf(modality);
  const answered = await readAnswered({ session, storage, encoder, breathe }, answersFor(session));
  const ownOptions = { session, storage, encoder, signal };
  const own = await readOwn(
    { ...ownOptions, onProgress: (done) => onProgress(done * READ_SHARE) },
    answered,
  );
  const frame = trainable.frameOf(own.state, answered.inputs.slice(0, answered.training.length));
  const answers = [...answered.training, ...answered.audit].map(({ classes }) => classes);
  const laidOut = trainable.layOut(frame, answered.inputs);
  const classes = session.labels.classIds.length;
  const source = {
    trainable,
    frame,
    laidOut,
    answers,
    classes,
    mode,
    seed,
    tools: session.tools(),
  };
  const race = {
    job,
    answered,
    source,
    own,
    heads: { engine: session.engine, classes, mode, answers },
  };
  return runRace(race);
}

interface Race {
  readonly job: TrainingJob;
  readonly answered: Answered;
  readonly source: NetworkSource;
  readonly own: OwnReading;
  readonly heads: Heads;
}

async function runRace(race: Race): Promise<TrainedAndCompared> {
  const { job, answered, source, own } = race;
  const kinds = kindsOn(job, source.trainable.kinds);
  const tell = createTeller(job, kinds);
  const ownRight = await foldedRight(race, async () => own.features);
  const ownQuality = { folded: shareOf(ownRight), audit: await auditBy(race, own.features) };
  const choices: NetworkChoice[] = [];
  const networks: TrainedNetwork[] = [];
  for (const kind of kinds) {
    const learn = (rows: readonly number[]): Promise<Network> =>
      learnNetwork(source, { kind, rows, between: tell(kind) });
    const read = async (rows: readonly number[]) =>
      readBy(source, await learn(rows), answered.inputs);
    const right = await foldedRight(race, read);
    const network = await learn(answered.training.map((_, i) => i));
    const features = await readBy(source, network, answered.inputs);
    choices.push({ kind, ...compareRight(ownRight, right), audit: await auditBy(race, features) });
    networks.push({ kind, state: source.trainable.stateOf(source.frame, network) });
  }
  return { offer: describe(race, ownQuality, choices), networks, answered };
}

/** In plain JavaScript a step of the convolutions takes longer than a person would wait. */
function kindsOn({ session }: TrainingJob, kinds: readonly NetworkKind[]): readonly NetworkKind[] {
  return session.engine.id === 'cpu' ? kinds.filter((kind) => kind === 'dense') : kinds;
}

/** Told after each step: how much of the whole that was. */
function createTeller({ breathe, onProgress }: TrainingJob, kinds: readonly NetworkKind[]) {
  const total = kinds.reduce((sum, kind) => sum + WORK[kind] * (FOLDS + 1), 0);
  let done = 0;
  return (kind: NetworkKind) => {
    const before = done;
    done += WORK[kind];
    return async (fraction: number): Promise<void> => {
      onProgress(READ_SHARE + (1 - READ_SHARE) * ((before + fraction * WORK[kind]) / total));
      await breathe();
    };
  };
}

type Reader = (rows: readonly number[]) => Promise<OwnReading['features']>;

/** For each training answer: right by what had not learned it? */
async function foldedRight(
  { answered, heads, job }: Race,
  read: Reader,
): Promise<readonly boolean[]> {
  const { training, groups } = answered;
  const { seed } = job.session.state.project;
  const folds = groupedFolds(heads.answers.slice(0, training.length), groups, seed);
  const right = new Array<boolean>(training.length).fill(false);
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = [...folds.keys()].filter((i) => folds[i] !== fold);
    const asked = [...folds.keys()].filter((i) => folds[i] === fold);
    const said = await rightBy(heads, await read(learned), { learned, asked });
    said.forEach((one, k) => {
      right[asked[k] as number] = one;
    });
    await job.breathe();
  }
  return right;
}

/** By all training answers, of those that nothing learns from. */
async function auditBy(
  { answered, heads, job }: Race,
  features: OwnReading['features'],
): Promise<ReadingQuality['audit']> {
  const { training, audit } = answered;
  if (audit.length === 0) return null;
  const learned = training.map((_, i) => i);
  const asked = audit.map((_, i) => training.length + i);
  const right = await rightBy(heads, features, { learned, asked });
  await job.breathe();
  return shareOf(right);
}

function describe(
  { job, answered }: Race,
  own: ReadingQuality,
  choices: readonly NetworkChoice[],
): NetworkOffer {
  const better = choices
    .filter(({ isBetter }) => isBetter)
    .sort((a, b) => b.folded.value - a.folded.value);
  return {
    answers: answered.training.length,
    trainedAt: job.now,
    backend: job.session.engine.id,
    ...{ folds: FOLDS, own, choices },
    advice: better[0]?.kind ?? null,
  };
}
