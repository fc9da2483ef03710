/**
 * TF-IDF alone, so that figures compare with papers and libraries that have no latent view: the
 * encoder's own state with its bases left out, put where the learner looks for its cache.
 */

import { textEncoder } from '../../src/modalities/text/encode.ts';
import type { Storage } from '../../src/storage/api.ts';
import type { SeedRequest } from './driver.ts';
import type { BenchProject } from './project.ts';

export async function encodeWithoutLatent(
  storage: Storage,
  { id, rowOf }: BenchProject,
  { seed, pool }: SeedRequest,
): Promise<void> {
  const contents = pool.map(({ text }) => ({ kind: 'text' as const, text }));
  const fitted = await textEncoder.fit(contents, { seed, onProgress: () => undefined });
  const none = new Float32Array(0);
  const state = {
    ...fitted,
    wordBasis: none,
    spellingBasis: none,
    widths: { words: 0, spelling: 0 },
  };
  const ids = [...rowOf.keys()];
  const features = textEncoder.encode(state, contents);
  await storage.caches.set(id, 'encoding-0', { ids, given: ids.map(() => null), features });
  await storage.caches.set(id, 'encoding', {
    encoderId: textEncoder.id,
    fingerprint: 'tfidf',
    fittedOn: ids.length,
    rows: ids.length,
    chunks: 1,
    state,
  });
}
