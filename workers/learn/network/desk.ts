/** One training at a time, beside whatever else the worker is asked for; and what became of it. */
import { encoderOf } from '../../../src/modalities/encoders.ts';
import type { TrainedFacts } from '../../../src/modalities/trained/facts.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { NetworkKind, NetworkOffer } from '../../api.ts';
import { makeCurrent } from '../engine/start-backend.ts';
import { badInput } from '../session/compare.ts';
import type { LearnSession } from '../session/learn-session.ts';
import type { Serial } from '../session/serial.ts';
import { storeTrained, writeTrained } from './network-file.ts';
import { dropOffer, readOffered, writeOffer } from './offer-cache.ts';
import type { TrainedAndCompared } from './train-and-compare.ts';

/** A call waits for so long, or for one step where that is longer; a pause itself takes 4 ms in browsers. */
const BREATH_MS = 15;
/** Shares of the progress that are worth a message to the page. */
const TOLD_STEP = 0.01;

export interface NetworkDesk {
  /** Rejects with `cancelled` when stopped, `bad-input` where there are too few answers. */
  train(session: LearnSession, storage: Storage): Promise<NetworkOffer>;
  /** Ends a training that is under way; the project or what computes is another one now. */
  interrupt(reason: string): void;
  /** Ends a training, or lets go of the offer. */
  stop(session: LearnSession, storage: Storage): Promise<null>;
  /** Stores a network that is on offer; returns the value for `settings.encoder`. */
  keep(session: LearnSession, storage: Storage, kind: NetworkKind): Promise<string>;
}

class Stopped extends Error {
  readonly code = 'cancelled';
}

export function createNetworkDesk(serial: Serial): NetworkDesk {
  let running: AbortController | null = null;
  return {
    async train(session, storage) {
      if (running) throw badInput('A network is being trained already.');
      const own = new AbortController();
      running = own;
      try {
        return await trainAndOffer({ session, storage, serial, signal: own.signal });
      } finally {
        running = null;
      }
    },
    interrupt(reason) {
      running?.abort(new Stopped(reason));
    },
    async stop(session, storage) {
      if (running) running.abort(new Stopped('The training was stopped.'));
      else await dropOffer(storage, session.status.projectId);
      session.publish({ network: null });
      return null;
    },
    async keep(session, storage, kind) {
      const { projectId } = session.status;
      const text = await readOffered(storage, projectId, kind);
      if (text === undefined) throw badInput('This network is not kept any more. Train again.');
      const encoder = await storeTrained(storage, projectId, text);
      await dropOffer(storage, projectId);
      session.publish({ network: null });
      return encoder;
    },
  };
}

interface Work {
  readonly session: LearnSession;
  readonly storage: Storage;
  readonly serial: Serial;
  readonly signal: AbortSignal;
}

async function trainAndOffer(work: Work): Promise<NetworkOffer> {
  const { session, storage, signal } = work;
  try {
    const { trainAndCompare } = await import('./train-and-compare.ts');
    session.publish({ network: { kind: 'training', fraction: 0 } });
    const found = await trainAndCompare({
      ...{ session, storage, signal, now: Date.now() },
      onProgress: createTeller(session, signal),
      breathe: createBreath(work),
    });
    const { offer } = found;
    const files = filesOf(session, found);
    await writeOffer(storage, session.status.projectId, { offer, files });
    session.publish({ network: { kind: 'offer', offer } });
    return offer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!signal.aborted) session.publish({ network: { kind: 'failed', message } });
    throw error;
  }
}

/** Lets whoever asked meanwhile go first, then takes up the backend again, which they may have changed. */
function createBreath({ session, serial, signal }: Work): () => Promise<void> {
  const { engine } = session;
  let breathed = 0;
  return async () => {
    if (performance.now() - breathed >= BREATH_MS) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      breathed = performance.now();
    }
    await serial(async () => undefined);
    signal.throwIfAborted();
    if (session.engine !== engine)
      throw new Error('What computes on this device was changed meanwhile. Train again.');
    await makeCurrent(engine.id);
  };
}

function createTeller(session: LearnSession, signal: AbortSignal): (fraction: number) => void {
  let told = 0;
  return (fraction) => {
    // Once it is to stop another session may be open, whose status this is not.
    if (signal.aborted || fraction - told < TOLD_STEP) return;
    told = fraction;
    session.publish({ network: { kind: 'training', fraction } });
  };
}

function filesOf(session: LearnSession, { offer, networks, answered }: TrainedAndCompared) {
  const { modality, settings } = session.state.project;
  const learnedFrom = answered.training.flatMap(({ eventId }) => eventId ?? []);
  const files: Partial<Record<NetworkKind, string>> = {};
  for (const { kind, state } of networks) {
    const choice = offer.choices.find((one) => one.kind === kind);
    if (!choice) continue;
    const { answers, trainedAt, backend, own } = offer;
    const facts: TrainedFacts = {
      ...{ format: 'hone-trained', version: 1, modality, kind, answers, learnedFrom },
      ...{ trainedAt, backend, folded: choice.folded, own: own.folded },
      settingsKey: encoderOf(modality).settingsKey?.(settings) ?? '',
    };
    files[kind] = writeTrained(facts, state);
  }
  return files;
}
