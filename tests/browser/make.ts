/** Projects for browser tests, on real IndexedDB under a name of their own. */

import { monotonicFactory } from 'ulid';
import { defineClasses } from '../../src/domain/classes.ts';
import { type Command, decide } from '../../src/domain/commands/index.ts';
import type { HoneEvent } from '../../src/domain/events.ts';
import { createRng } from '../../src/domain/math/rng.ts';
import type {
  AnnotatorId,
  ClassId,
  DeviceId,
  EventId,
  ImportId,
  Item,
  ItemId,
  LabelMode,
  ProjectId,
  TextContent,
} from '../../src/domain/records.ts';
import { foldEvents } from '../../src/domain/state.ts';
import { digest } from '../../src/modalities/content-hash.ts';
import type { Storage } from '../../src/storage/api.ts';

export const ulid = monotonicFactory();
export const FINE = 'fine' as ClassId;
export const RUDE = 'rude' as ClassId;

let count = 0;
export const freshName = (): string => `hone-test-${Date.now()}-${count++}`;

export async function act(
  storage: Storage,
  projectId: ProjectId,
  command: Command,
): Promise<readonly HoneEvent[]> {
  const state = foldEvents(await storage.events.of(projectId));
  const decision = decide(state, command, {
    newId: () => ulid() as EventId,
    now: Date.now(),
    by: 'me' as AnnotatorId,
    device: 'here' as DeviceId,
    digest,
  });
  if (!decision.ok) throw new Error(decision.refusal);
  await storage.events.append(decision.events);
  return decision.events;
}

export async function makeProject(
  storage: Storage,
  mode: LabelMode = 'single',
  modality = 'text',
): Promise<ProjectId> {
  const projectId = ulid() as ProjectId;
  const classes = defineClasses([
    { id: FINE, name: 'fine' },
    { id: RUDE, name: 'rude' },
  ]);
  await act(storage, projectId, {
    type: 'create-project',
    projectId,
    name: 'Test',
    modality,
    mode,
    classes,
    seed: 11,
    settings: { auditShare: 0 },
  });
  return projectId;
}

const NICE = [
  'lovely garden',
  'thank you kindly',
  'great recipe',
  'what a clear map',
  'helpful answer',
];
const NASTY = ['you fool', 'get lost clown', 'shut up liar', 'what an idiot', 'pathetic loser'];
const REST = [
  'today',
  'in the park',
  'about the bus',
  'my friend',
  'for the record',
  'again',
  'at last',
  'on Sunday',
];

export const truthOf = (ordinal: number): ClassId => (ordinal % 2 === 0 ? FINE : RUDE);

export type TextItem = Item & { readonly content: TextContent };

/** For imports of what is no sound. */
export const noSound = async () => ({ problem: 'this test decodes no sound' });

/** Even rows are fine, odd ones rude. */
export function makeItems(
  projectId: ProjectId,
  size: number,
  given: (n: number) => ClassId[] | null = () => null,
): TextItem[] {
  const rng = createRng(5);
  const pick = (words: readonly string[]): string => words[rng.integer(words.length)] as string;
  return Array.from({ length: size }, (_, ordinal) => ({
    id: ulid() as ItemId,
    projectId,
    ordinal,
    hash: `hash-${ordinal}`,
    externalId: null,
    content: {
      kind: 'text',
      text: `${pick(ordinal % 2 === 0 ? NICE : NASTY)} ${pick(REST)} ${pick(REST)}`,
    },
    fields: {},
    given: given(ordinal),
    oracle: null,
    importId: 'import-1' as ImportId,
  }));
}

export function answerOf(item: Item): Command {
  return {
    type: 'answer-item',
    itemId: item.id,
    classes: [truthOf(item.ordinal)],
    durationMs: 1_000,
    question: null,
    proposal: null,
  };
}

/** The same to a question that was drawn at random to measure the model. */
export function auditOf(item: Item): Command {
  const question = {
    strategy: 'random',
    model: null,
    checkpoint: null,
    score: null,
    probability: 0.01,
    audit: true,
    poolSize: 99,
  };
  return { ...answerOf(item), question } as Command;
}

export async function hashesOf(storage: Storage, projectId: ProjectId): Promise<string[]> {
  const all: string[] = [];
  for await (const hashes of storage.items.hashes(projectId)) all.push(...hashes);
  return all;
}
