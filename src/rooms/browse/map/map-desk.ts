/** Where the points lie: two directions of most variance at once, then by neighbours, in a worker. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BrowseVectors, MapLayout } from '../../../../workers/api.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { MapMaker } from '../../../engine/browse.ts';
import type { Services } from '../../../engine/services.ts';

export interface MapDesk {
  readonly layout: ReadonlySignal<MapLayout | null>;
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
  let maker: MapMaker | null = null;
  let vectors: BrowseVectors | null = null;
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

  const arrange = async (): Promise<void> => {
    if (!vectors || share.peek() !== null) return;
    const own = live();
    share.value = 0;
    const { seed } = session.project.peek();
    const request = { projectId: session.id, vectors, seed };
    const outcome = await own.umap(request, (done) => {
      if (maker === own) share.value = done;
    });
    if (maker !== own) return; // It was ended.
    share.value = null;
    if (outcome.ok) layout.value = outcome.value;
    else problem.value = outcome.error.message;
  };

  const begin = async (): Promise<void> => {
    const outcome = await session.learnerClient.browseVectors();
    if (isDisposed) return;
    if (!outcome.ok) return follow();
    vectors = outcome.value;
    const stored = await live().stored(session.id, vectors.fingerprint);
    if (isDisposed) return;
    if (stored.ok && stored.value) {
      layout.value = stored.value;
      return;
    }
    const plain = await live().pca(vectors);
    if (isDisposed) return;
    if (plain.ok) layout.value = plain.value;
    else problem.value = plain.error.message;
    if (plain.ok) await arrange();
  };
  /** Another tab has the vectors; what it has drawn is here, too. */
  const follow = async (): Promise<void> => {
    const stored = await live().stored(session.id, null);
    if (isDisposed) return;
    if (stored.ok && stored.value) layout.value = stored.value;
    else isElsewhere.value = true;
  };

  let hasBegun = false;
  const stop = effect(() => {
    const { phase } = session.learner.value;
    if (hasBegun || (phase !== 'ready' && phase !== 'following')) return;
    hasBegun = true;
    void begin();
  });
  return {
    layout,
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
