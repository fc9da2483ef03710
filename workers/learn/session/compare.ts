/** Two stored models on the same pool and the same audit answers. */
import type { CheckpointId, QualityFigure } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { CheckpointComparison } from '../../api.ts';
import { createLearner } from '../learner.ts';
import { loadModel, type StoredModel } from './checkpoints.ts';
import type { LearnSession } from './learn-session.ts';
import { proposeFor, summariseAnswers } from './proposals.ts';
import { measureAudit } from './quality.ts';

const EXAMPLES = 12;

export interface CompareRequest {
  readonly storage: Storage;
  readonly session: LearnSession;
  readonly a: CheckpointId;
  readonly b: CheckpointId;
}

/** Throws `bad-input` when a checkpoint cannot be scored here, naming which and why. */
export async function compareCheckpoints(request: CompareRequest): Promise<CheckpointComparison> {
  const { session } = request;
  const scored = [];
  for (const id of [request.a, request.b]) {
    const model = await usableModel(request.storage, session, id);
    scored.push({ model, probabilities: await scorePool(session, model) });
  }
  const [a, b] = scored as [Scored, Scored];
  const { mode } = session.state.project;
  const codesA = summariseAnswers(a.probabilities, a.model.classIds.length, mode).codes;
  const codesB = summariseAnswers(b.probabilities, b.model.classIds.length, mode).codes;
  const { unread } = session.encoded;
  const differing = [...codesA.keys()].filter(
    (row) => codesA[row] !== codesB[row] && !unread.has(row),
  );
  const propose = (from: Scored, row: number) =>
    proposeFor({ probabilities: from.probabilities, row, classIds: session.labels.classIds, mode });
  return {
    differing: differing.length,
    pool: codesA.length - unread.size,
    examples: differing.slice(0, EXAMPLES).flatMap((row) => {
      const itemId = session.encoded.ids[row];
      return itemId ? [{ itemId, a: propose(a, row), b: propose(b, row) }] : [];
    }),
    qualityA: qualityOf(session, a),
    qualityB: qualityOf(session, b),
  };
}

interface Scored {
  readonly model: StoredModel;
  readonly probabilities: Float32Array;
}

export async function usableModel(
  storage: Storage,
  session: LearnSession,
  id: CheckpointId,
): Promise<StoredModel> {
  const model = await loadModel(storage, id);
  if (!model) throw badInput(`The weights of checkpoint ${id} are not on this device.`);
  if (model.fingerprint !== session.encoded.fingerprint) {
    throw badInput(
      'This checkpoint was learned on other features (the project has grown since). ' +
        'Roll back to it instead: the model is then learned anew from its answers.',
    );
  }
  if (model.classIds.join() !== session.labels.classIds.join()) {
    throw badInput('This checkpoint knows other classes than the project has now.');
  }
  return model;
}

/** What a stored model says of the rows, [rows x classes]. */
export async function scorePool(session: LearnSession, model: StoredModel): Promise<Float32Array> {
  const learner = createLearner({
    features: session.encoded.features,
    classes: model.classIds.length,
    mode: session.state.project.mode,
    engine: session.engine,
  });
  try {
    learner.restore(model.snapshot);
    return await learner.score(session.encoded.features);
  } finally {
    learner.dispose();
  }
}

function qualityOf(session: LearnSession, { probabilities }: Scored): QualityFigure | null {
  const { audit, classIds } = session.labels;
  const { mode } = session.state.project;
  return measureAudit({ audit, probabilities, classIds, mode }).accuracy;
}

export function badInput(message: string): Error {
  return Object.assign(new Error(message), { code: 'bad-input' });
}
