/** The decision log as an auditor reads it: one entry after the other, each tied to the one before. */
import type { HoneEvent } from '../events.ts';
import { isTrustEvent, type TrustEvent } from '../fold/trust-ledger.ts';
import {
  type Chained,
  type ChainHead,
  type ChainProblem,
  type Digest,
  finish,
  verifyChainSteps,
} from '../oversight/chain.ts';
import type { DeviceId } from '../records.ts';
import { flippedUnlogged } from './flips.ts';

export interface LogProblem {
  /** Of the entry in the log of its device, 0-based. */
  readonly position: number;
  /** `unlogged`: an entry was taken back, or brought again, and that is no entry itself. */
  readonly kind: ChainProblem['kind'] | 'unlogged';
  readonly device: DeviceId;
}

/** Where each device's log ends, as that device remembers it; a device that is absent is not checked for its end. */
export type KnownHeads = ReadonlyMap<DeviceId, ChainHead>;

/** The first problem of each device's log; empty where all are as they were written. */
export function verifyLog(
  events: readonly HoneEvent[],
  known: KnownHeads,
  digest: Digest,
): readonly LogProblem[] {
  return finish(verifyLogSteps(events, known, digest));
}

/** The same in steps of one entry. */
export function* verifyLogSteps(
  events: readonly HoneEvent[],
  known: KnownHeads,
  digest: Digest,
): Generator<void, readonly LogProblem[]> {
  const problems: LogProblem[] = [];
  for (const [device, own] of groupByDevice(events, known)) {
    const chain = [...own].sort((a, b) => a.link.sequence - b.link.sequence).map(toEntry);
    const last = chain.at(-1)?.link;
    const end = known.get(device) ?? {
      length: (last?.sequence ?? -1) + 1,
      hash: last?.hash ?? '',
    };
    const problem = yield* verifyChainSteps(chain, end, digest);
    if (problem) problems.push({ ...problem, device });
  }
  for (const { link, device } of flippedUnlogged(events))
    problems.push({ position: link.sequence, kind: 'unlogged', device });
  return problems;
}

/** A device that is known to have written is there even when nothing of it is left. */
function groupByDevice(
  events: readonly HoneEvent[],
  known: KnownHeads,
): ReadonlyMap<DeviceId, readonly TrustEvent[]> {
  const groups = new Map<DeviceId, TrustEvent[]>([...known.keys()].map((id) => [id, []]));
  for (const event of events) {
    if (!isTrustEvent(event)) continue;
    const own = groups.get(event.device);
    if (own) own.push(event);
    else groups.set(event.device, [event]);
  }
  return groups;
}

/** What the link covers: all that the entry says, by whom and when. */
function toEntry(event: TrustEvent): Chained<unknown> {
  const { id: _, projectId: __, device: ___, batch: ____, link, ...body } = event;
  return { body, link };
}
