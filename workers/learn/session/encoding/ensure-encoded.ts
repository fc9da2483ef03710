/**
 * Features of the items of a project, encoded once and kept as a cache in chunks. New items are
 * encoded with the encoder that is there; when a project has doubled since its encoder was learned,
 * a new one is learned, since the old one has seen less than half of the words. Where there are more
 * items than memory holds, a sample of them is (`sampled.ts`).
 */
import { type Chunk, readChunks, readHeader, writeChunks } from './chunks.ts';
import { encodeItems, mendChunk } from './encode-items.ts';
import { assemble, type EncodedProject } from './encoded-project.ts';
import { createFeatureBuilder } from './feature-builder.ts';
import { type EncodeOptions, fitAndEncode, isUsable, writeLater } from './fit-and-encode.ts';
import { readItems } from './read-items.ts';
import { ensureSampled } from './sampled.ts';

export async function ensureEncoded(options: EncodeOptions): Promise<EncodedProject> {
  const { storage, projectId, limits } = options;
  const total = await storage.items.count(projectId);
  if (total > limits.all) return ensureSampled(options, total);
  const header = await readHeader(options);
  if (!header || header.sample || !isUsable(header, options, total) || total < header.rows)
    return encodeAll(options, total);
  const builder = createFeatureBuilder(total);
  const mend = mendWith(options, header.state);
  const stretches = await readChunks(options, { count: header.chunks, builder, mend });
  if (!stretches) return encodeAll(options, total);
  if (header.rows === total) return assemble({ features: builder.build(), stretches, header });
  const items = await readItems(options, header.rows, total);
  const fresh = await encodeItems(options, { state: header.state, items, builder });
  const features = builder.build();
  const grown = { ...header, rows: total, chunks: header.chunks + fresh.length };
  await writeChunks(options, { header: grown, fresh, from: header.rows, features });
  return assemble({ features, stretches: [...stretches, ...fresh], header: grown });
}

async function encodeAll(options: EncodeOptions, total: number): Promise<EncodedProject> {
  const items = await readItems(options, 0, total);
  const { header, features, stretches } = await fitAndEncode(options, items, total);
  writeLater(options, { header, fresh: stretches, from: 0, features });
  return assemble({ features, stretches, header });
}

function mendWith(options: EncodeOptions, state: unknown) {
  return (chunk: Chunk, first: number): Promise<Chunk> =>
    mendChunk(options, {
      state,
      chunk,
      items: () => readItems(options, first, first + chunk.ids.length),
    });
}
