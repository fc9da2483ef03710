/** `MapApi`: layouts are a cache, made once for the vectors of a project. */
import type { ProjectId } from '../../src/domain/records.ts';
import type { Storage } from '../../src/storage/api.ts';
import { openStorage } from '../../src/storage/index.ts';
import type { BrowseVectors, MapApi, MapLayout, MapRequest, Outcome } from '../api.ts';
import { handOver } from '../hand-over.ts';
import { hasGraphicsCard } from './graphics-card.ts';
import { pcaLayout, umapLayout } from './layout.ts';

const KEY = 'map';

interface StoredMap {
  readonly fingerprint: string;
  readonly layout: MapLayout;
}

class MapService implements MapApi {
  private storage: Storage | null = null;

  hasGraphicsCard(): Promise<Outcome<boolean>> {
    return guarded(async () => hasGraphicsCard());
  }

  pca(vectors: BrowseVectors): Promise<Outcome<MapLayout>> {
    return guarded(async () => pcaLayout(vectors));
  }

  stored(projectId: ProjectId, fingerprint: string | null): Promise<Outcome<MapLayout | null>> {
    return guarded(async () => {
      const storage = await this.open();
      const stored = await storage.caches.get<StoredMap>(projectId, KEY);
      const isSame = fingerprint === null || stored?.fingerprint === fingerprint;
      return stored && isSame ? stored.layout : null;
    });
  }

  umap(
    { projectId, vectors, seed }: MapRequest,
    listener: (share: number) => void,
  ): Promise<Outcome<MapLayout>> {
    return guarded(async () => {
      const layout = await umapLayout(vectors, seed, listener);
      const { fingerprint } = vectors;
      const storage = await this.open();
      await storage.caches.set(projectId, KEY, { fingerprint, layout } satisfies StoredMap);
      return layout;
    });
  }

  private async open(): Promise<Storage> {
    this.storage ??= await openStorage();
    return this.storage;
  }
}

async function guarded<T>(task: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return handOver({ ok: true, value: await task() } as const);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'unexpected', message } };
  }
}

export function createMapService(): MapApi {
  return new MapService();
}
