/** Hone's own way of reading, of answered items: from the open session, or learned anew beside a network. */
import type { Encoder, Features } from '../../../src/modalities/contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { pickRows } from '../session/encoding/pick-rows.ts';
import { readSample } from '../session/fit-sample.ts';
import { createInputs } from '../session/inputs.ts';
import type { LearnSession } from '../session/learn-session.ts';
import type { Answered } from './answered.ts';

export interface OwnReading {
  readonly state: unknown;
  /** Of the training answers, then of the audit ones. */
  readonly features: Features;
}

export interface ReadOwn {
  readonly session: LearnSession;
  readonly storage: Storage;
  readonly encoder: Encoder<unknown, unknown>;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

export async function readOwn(
  { session, storage, encoder, signal, onProgress }: ReadOwn,
  { training, audit, inputs }: Answered,
): Promise<OwnReading> {
  const { encoded } = session;
  if (session.encoder.id === encoder.id) {
    const rows = [...training, ...audit].map(({ row }) => row);
    return { state: encoded.encoderState, features: pickRows(encoded.features, rows) };
  }
  const { project } = session.state;
  const { tryRead } = createInputs(encoder, storage, project.id);
  const items = (await storage.items.getMany(encoded.ids)).flatMap((item) => item ?? []);
  const sample = await readSample({ encoder, inputs: tryRead, project }, items);
  const { seed, settings } = project;
  const tools = session.tools();
  const state = await encoder.fit(sample.inputs, { seed, settings, tools, signal, onProgress });
  return { state, features: await encoder.encode(state, inputs, tools) };
}
