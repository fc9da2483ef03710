/**
 * The encoding of a project with more items than memory holds: a sample of them, drawn uniformly, are
 * the rows of the learner. The encoder learns from the sample. As the project grows, the sample is
 * drawn anew, and what stays in it keeps its features.
 */
import type { ItemId } from '../../../../src/domain/records.ts';
import { readChunks, readHeader, type SampleHeader, type Stretch, writeChunks } from './chunks.ts';
import { encodeItems } from './encode-items.ts';
import { assemble, type EncodedProject } from './encoded-project.ts';
import { createFeatureBuilder } from './feature-builder.ts';
import {
  type Encoded,
  type EncodeOptions,
  fitAndEncode,
  isUsable,
  writeLater,
} from './fit-and-encode.ts';
import { pickRows } from './pick-rows.ts';
import { readItemsAt } from './read-items.ts';
import { drawSample } from './sample.ts';

const CHUNK_ROWS = 2_000;
/** Share of the progress bar that reading over all items takes. */
const READ_SHARE = 0.2;

export async function ensureSampled(
  options: EncodeOptions,
  total: number,
): Promise<EncodedProject> {
  const size = options.limits.drawn;
  const header = await readHeader(options);
  const isKnown = header?.sample?.size === size && header.sample.total <= total;
  if (!header || !isKnown || !isUsable(header, options, total))
    return drawAndEncode(options, total);
  const builder = createFeatureBuilder(header.rows);
  const stretches = await readChunks(options, { count: header.chunks, builder });
  if (!stretches) return drawAndEncode(options, total);
  const stored = { header, features: builder.build(), stretches };
  return header.sample?.total === total ? assemble(stored) : growSample(options, stored, total);
}

async function drawAndEncode(options: EncodeOptions, total: number): Promise<EncodedProject> {
  const { limits, project } = options;
  const ordinals = drawSample(total, limits.drawn, project.seed);
  const { onProgress } = options;
  const items = await readItemsAt(options, ordinals, (read) => onProgress(read * READ_SHARE));
  const rest = (done: number): void => onProgress(READ_SHARE + done * (1 - READ_SHARE));
  const { header, features, stretches } = await fitAndEncode(
    { ...options, onProgress: rest },
    items,
    total,
  );
  const sampled = { ...header, sample: { total, size: limits.drawn, ordinals } };
  writeLater(options, { header: sampled, fresh: stretches, from: 0, features });
  return assemble({ features, stretches, header: sampled });
}

/** Rows whose places are still drawn come first, then those that are new. */
async function growSample(
  options: EncodeOptions,
  stored: Encoded,
  total: number,
): Promise<EncodedProject> {
  const { header, features } = stored;
  const size = options.limits.drawn;
  const before = (header.sample as SampleHeader).ordinals;
  const drawn = new Set(drawSample(total, size, options.project.seed));
  const kept = [...before.keys()].filter((row) => drawn.has(before[row] as number));
  for (const row of kept) drawn.delete(before[row] as number);
  const news = Int32Array.from(drawn).sort();
  const builder = createFeatureBuilder(size);
  builder.add(pickRows(features, kept));
  const items = await readItemsAt(options, news);
  const fresh = await encodeItems(options, { state: header.state, items, builder });
  const all = [...cutStretches(assemble(stored), kept), ...fresh];
  const ordinals = Int32Array.from([...kept.map((row) => before[row] as number), ...news]);
  const sample = { total, size, ordinals };
  const grown = { ...header, rows: ordinals.length, chunks: all.length, sample };
  const whole = builder.build();
  await writeChunks(options, { header: grown, fresh: all, from: 0, features: whole });
  return assemble({ features: whole, stretches: all, header: grown });
}

/** What is known of these rows, cut anew. */
function cutStretches({ ids, given, unread }: EncodedProject, rows: readonly number[]): Stretch[] {
  const cut: Stretch[] = [];
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const part = rows.slice(from, from + CHUNK_ROWS);
    const problems = part.flatMap((row, at) => {
      const problem = unread.get(row);
      return problem ? [{ at, problem }] : [];
    });
    cut.push({
      ids: part.map((row) => ids[row] as ItemId),
      given: part.map((row) => given[row] ?? null),
      ...(problems.length > 0 ? { unread: problems } : {}),
    });
  }
  return cut;
}
