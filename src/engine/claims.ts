/** Which items other tabs are showing right now, so that two tabs never ask the same question. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ItemId, ProjectId } from '../domain/records.ts';

interface ClaimMessage {
  readonly tab: string;
  readonly item: ItemId | null;
  /** When it was claimed, in milliseconds since the epoch: of two claims on one item the earlier holds. */
  readonly since: number;
  /** Asks everyone else to say what they show: sent by a tab that has just opened. */
  readonly ask?: boolean;
}

export interface Claims {
  /** What others show; an item that this tab claimed earlier than they is not among them. */
  readonly elsewhere: ReadonlySignal<ReadonlySet<ItemId>>;
  claim(item: ItemId | null): void;
  close(): void;
}

export function createClaims(projectId: ProjectId): Claims {
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel(`hone-claims-${projectId}`);
  const elsewhere = signal<ReadonlySet<ItemId>>(new Set());
  const byTab = new Map<string, ClaimMessage>();
  let mine: ItemId | null = null;
  let since = 0;

  const say = (item: ItemId | null, ask = false): void =>
    channel.postMessage({ tab, item, since, ask } satisfies ClaimMessage);
  /** Two tabs may have taken the same question before they heard of each other. */
  const holds = (claim: ClaimMessage): boolean =>
    claim.item !== mine || claim.since < since || (claim.since === since && claim.tab < tab);
  const tell = (): void => {
    const claims = [...byTab.values()].filter(holds);
    elsewhere.value = new Set(claims.flatMap(({ item }) => item ?? []));
  };
  channel.onmessage = ({ data }: MessageEvent<ClaimMessage>) => {
    if (data.ask) say(mine);
    if (data.item) byTab.set(data.tab, data);
    else byTab.delete(data.tab);
    tell();
  };
  const leave = (): void => say(null);
  addEventListener('pagehide', leave);
  say(null, true);

  return {
    elsewhere,
    claim(item) {
      if (item === mine) return;
      mine = item;
      since = Date.now();
      say(item);
      tell();
    },
    close() {
      leave();
      removeEventListener('pagehide', leave);
      channel.close();
    },
  };
}
