/** A project of made-up texts and a real learner in a real worker. */
import { proxy } from 'comlink';
import { expect } from 'vitest';
import type { Command } from '../../../src/domain/commands/index.ts';
import type { ProjectId } from '../../../src/domain/records.ts';
import { spawnLearner } from '../../../src/engine/spawn.ts';
import { createWorkerClient, type WorkerClient } from '../../../src/engine/worker-client.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { LearnApi, LearnerStatus, Outcome, Proposal } from '../../../workers/api.ts';
import { act, makeItems, makeProject, type TextItem } from '../make.ts';

export interface LearnerBench {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly items: readonly TextItem[];
  readonly client: WorkerClient<LearnApi>;
  readonly latest: () => LearnerStatus;
  /** Appends durably and has it learned. */
  run(command: Command): Promise<void>;
  probabilities(): Promise<readonly number[]>;
  /** As after a crash: another worker on the same project; `caches: false` drops what was computed. */
  again(options?: { readonly caches: boolean }): Promise<LearnerBench>;
}

export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** `fieldsOf`: imported fields of the item with this number; absent = none. */
export async function openBench(
  size = 300,
  fieldsOf: (n: number) => Readonly<Record<string, string>> = () => ({}),
): Promise<LearnerBench> {
  const storage = await openStorage();
  const projectId = await makeProject(storage);
  const items = makeItems(projectId, size).map((item, n) => ({ ...item, fields: fieldsOf(n) }));
  await storage.items.add(items);
  return start({ storage, projectId, items });
}

type Parts = Pick<LearnerBench, 'storage' | 'projectId' | 'items'>;

async function start(parts: Parts): Promise<LearnerBench> {
  const { storage, projectId, items } = parts;
  const client = createWorkerClient<LearnApi>(spawnLearner);
  const seen: LearnerStatus[] = [];
  const listener = proxy((status: LearnerStatus) => void seen.push(status));
  unwrap(await client.call((api) => api.open(projectId, listener)));
  await expect.poll(() => seen.at(-1)?.phase).toBe('ready');
  return {
    ...parts,
    client,
    latest: () => seen.at(-1) as LearnerStatus,
    async run(command) {
      const events = await act(storage, projectId, command);
      unwrap(await client.call((api) => api.learn(events)));
    },
    async probabilities() {
      const ids = items.map(({ id }) => id);
      const rows = unwrap(await client.call((api) => api.predict(ids)));
      return rows.map(({ proposal }) => firstOf(proposal));
    },
    async again({ caches } = { caches: true }) {
      client.dispose();
      if (!caches) await storage.caches.clear(projectId);
      return start(parts);
    },
  };
}

/** Probability of the class with the first id, whatever their order. */
function firstOf({ all }: Proposal): number {
  return [...all].sort((a, b) => (a.classId < b.classId ? -1 : 1))[0]?.probability ?? 0;
}

export function largestGap(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
}
