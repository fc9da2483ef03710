/**
 * Keeps the decision log of this device one chain, whatever tabs write to it: one entry at a time
 * (Web Lock), each after what is on the disk, and the chain's end remembered apart from it.
 */
import type { Command } from '../domain/commands/index.ts';
import type { HoneEvent } from '../domain/events.ts';
import { type ChainHead, EMPTY_CHAIN } from '../domain/oversight/chain.ts';
import type { DeviceId, ProjectId } from '../domain/records.ts';
import type { ProjectState } from '../domain/state.ts';
import type { KnownHeads } from '../domain/trust/audit-log.ts';
import { touchesLog } from '../domain/trust/flips.ts';
import type { Storage } from '../storage/api.ts';

const LOGGED: ReadonlySet<Command['type']> = new Set([
  'route-items',
  'settle-decision',
  'change-level',
]);

/** True for a command that writes an entry of the log, going by the state as it is now. */
export function isLogged({ type }: Command, state: ProjectState): boolean {
  const act = { undo: state.canUndo, redo: state.canRedo }[type as 'undo' | 'redo'] ?? null;
  return LOGGED.has(type) || (act !== null && touchesLog(state, act));
}

export interface DecisionLog {
  /** Runs one command that writes to the log, once the state knows all entries on the disk. */
  run<T>(
    state: () => ProjectState,
    absorb: (events: readonly HoneEvent[]) => void,
    write: (end: ChainHead | undefined) => Promise<T>,
  ): Promise<T>;
  heads(): Promise<KnownHeads>;
}

export interface DecisionLogOptions {
  readonly storage: Pick<Storage, 'events' | 'device'>;
  readonly projectId: ProjectId;
  readonly device: DeviceId;
}

export function createDecisionLog({ storage, projectId, device }: DecisionLogOptions): DecisionLog {
  const key = `log-end:${projectId}`;
  const headOf = (state: ProjectState): ChainHead =>
    state.ledger.trust.heads.get(device) ?? EMPTY_CHAIN;
  return {
    async run(state, absorb, write) {
      return navigator.locks.request(`hone-log-${projectId}`, async () => {
        const end = await storage.device.get<ChainHead>(key);
        // Another tab has written since, and its news has not arrived yet.
        if (end && end.length > headOf(state()).length) absorb(await storage.events.of(projectId));
        const result = await write(end);
        // Never back: where entries were cut off, the end that is remembered tells it.
        const own = headOf(state());
        if (own.length > (end?.length ?? 0)) await storage.device.set(key, own);
        return result;
      });
    },
    async heads() {
      const end = await storage.device.get<ChainHead>(key);
      return new Map(end ? [[device, end]] : []);
    },
  };
}
