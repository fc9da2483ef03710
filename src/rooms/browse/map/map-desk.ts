/** Where the points lie: two directions of most variance at once, then by neighbours, in a worker. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BrowseVectors, MapLayout, Outcome } from '../../../../workers/api.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { MapMaker } from '../../../engine/browse.ts';
import type { Services } from '../../../engine/services.ts';

export interface MapDesk {
  readonly layout: ReadonlySignal<MapLayout | null>;
  /** Whether a graphics card draws the points; known before there is a layout. */
  readonly hasCard: ReadonlySignal<boolean>;
  /** Share of the neighbour map that is done, while it is being made. */
  readonly share: ReadonlySignal<number | null>;
  readonly problem: ReadonlySignal<string | null>;
  /** True while another tab leads the project and no map was ever made. */
  readonly isElsewhere: ReadonlySignal<boolean>;
  /** Makes the neighbour map, or goes on with it. */
  arrange(): void;
  /** Ends it at once; what is shown stays. */
  cancel(): void;
  dispose(): void;
}

export function createMapDesk(services: Services, session: ProjectSession): MapDesk {
  const layout = signal<MapLayout | null>(null);
  const share = signal<number | null>(null);
  const problem = signal<string | null>(null);
  const isElsewhere = signal(false);
  const hasCard = signal(true);
  let maker: MapMaker | null = null;
  let isDisposed = false;
  const live = (): MapMaker => {
    maker ??= services.openMapMaker();
    return maker;
  };
  const end = (): void => {
    maker?.dispose();
    maker = null;
    share.value = null;
  };
  const lookForCard = async (): Promise<void> => {
    const outcome = await live().hasGraphicsCard();
    if (outcome.ok) hasCard.value = outcome.value;
  };
  /** Fetched for each map, which takes them away: the page holds no copy of them. */
  const fetchVectors = async (): Promise<BrowseVectors | null> => {
    const outcome = await session.learnerClient.browseVectors();
    if (isDisposed) return null;
    if (!outcome.ok) problem.value = outcome.error.message;
    return outcome.ok ? outcome.value : null;
  };
  const show = (outcome: Outcome<MapLayout>): void => {
    if (outcome.ok) layout.value = outcome.value;
    else problem.value = outcome.error.message;
  };

  const arrange = async (): Promise<void> => {
    if (share.peek() !== null) return;
    const own = live();
    share.value = 0;
    const vectors = await fetchVectors();
    if (maker !== own) return; // It was ended.
    if (vectors) {
      const { seed } = session.project.peek();
      const outcome = await own.umap({ projectId: session.id, vectors, seed }, (done) => {
        if (maker === own) share.value = done;
      });
      if (maker !== own) return;
      show(outcome);
    }
    share.value = null;
  };

  const lead = async (): Promise<void> => {
    const vectors = await fetchVectors();
    if (!vectors) return;
    const stored = await live().stored(session.id, vectors.fingerprint);
    if (isDisposed) return;
    if (stored.ok && stored.value) {
      layout.value = stored.value;
      return;
    }
    const plain = await live().pca(vectors);
    if (isDisposed) return;
    show(plain);
    if (plain.ok) await arrange();
  };
  /** Another tab has the vectors; what it has drawn is here, too. */
  const follow = async (): Promise<void> => {
    const stored = await live().stored(session.id, null);
    if (isDisposed) return;
    if (stored.ok && stored.value) layout.value = stored.value;
    else isElsewhere.value = true;
  };

  let begun: 'ready' | 'following' | null = null;
  const stop = effect(() => {
    const { phase } = session.learner.value;
    // A tab that followed may come to lead: then it makes the map itself.
    if ((phase !== 'ready' && phase !== 'following') || begun === phase || begun === 'ready')
      return;
    begun = phase;
    isElsewhere.value = false;
    void lookForCard().then(() => {
      if (!isDisposed) void (phase === 'ready' ? lead() : follow());
    });
  });
  return {
    layout,
    hasCard,
    share,
    problem,
    isElsewhere,
    arrange: () => void arrange(),
    cancel: end,
    dispose() {
      isDisposed = true;
      stop();
      end();
    },
  };
}
