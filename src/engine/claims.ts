/** Which items other tabs are showing right now, so that two tabs never ask the same question. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ItemId, ProjectId } from '../domain/records.ts';

interface ClaimMessage {
  readonly tab: string;
  readonly item: ItemId | null;
  /** Asks everyone else to say what they show: sent by a tab that has just opened. */
  readonly ask?: boolean;
}

export interface Claims {
  readonly elsewhere: ReadonlySignal<ReadonlySet<ItemId>>;
  claim(item: ItemId | null): void;
  close(): void;
}

export function createClaims(projectId: ProjectId): Claims {
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel(`hone-claims-${projectId}`);
  const elsewhere = signal<ReadonlySet<ItemId>>(new Set());
  const byTab = new Map<string, ItemId>();
  let mine: ItemId | null = null;

  const say = (message: Omit<ClaimMessage, 'tab'>): void =>
    channel.postMessage({ tab, ...message });
  channel.onmessage = ({ data }: MessageEvent<ClaimMessage>) => {
    if (data.ask) {
      say({ item: mine });
    }
    if (data.item) byTab.set(data.tab, data.item);
    else byTab.delete(data.tab);
    elsewhere.value = new Set(byTab.values());
  };
  const leave = (): void => say({ item: null });
  addEventListener('pagehide', leave);
  say({ item: null, ask: true });

  return {
    elsewhere,
    claim(item) {
      if (item === mine) return;
      mine = item;
      say({ item });
    },
    close() {
      leave();
      removeEventListener('pagehide', leave);
      channel.close();
    },
  };
}
