/** Learns an encoder from items, and encodes them with it. */
import type { Item, Project, ProjectId } from '../../../../src/domain/records.ts';
import type { Features } from '../../../../src/modalities/contract.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import { readSample } from '../fit-sample.ts';
import {
  type CacheOf,
  type Header,
  pause,
  type Stretch,
  type WriteChunks,
  writeChunks,
} from './chunks.ts';
import { type EncodeParts, encodeItems } from './encode-items.ts';
import { createFeatureBuilder } from './feature-builder.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { RowLimits } from './sample.ts';

const WRITE_AFTER_MS = 4_000;
/** Share of the progress bar that reading and fitting take; the rest is encoding. */
const FIT_SHARE = 0.8;
/** Reading every file takes longer than learning from some of them. */
const FILE_FIT_SHARE = 0.3;

export interface EncodeOptions extends EncodeParts {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly project: Pick<Project, 'seed' | 'settings'>;
  readonly limits: RowLimits;
  readonly onProgress: (fraction: number) => void;
}

/** Rows with all that is kept of them. */
export interface Encoded {
  readonly header: Header;
  readonly features: Features;
  readonly stretches: readonly Stretch[];
}

/** The encoder that was learned still serves. */
export function isUsable(header: Header, options: EncodeOptions, total: number): boolean {
  return (
    header.encoderId === options.encoder.id &&
    (header.settingsKey ?? '') === settingsKeyOf(options) &&
    total < 2 * header.fittedOn
  );
}

/** The items are those of the rows; the project has `total`. */
export async function fitAndEncode(
  options: EncodeOptions,
  items: readonly Item[],
  total: number,
): Promise<Encoded> {
  const { encoder, tools, onProgress, project } = options;
  const { seed, settings } = project;
  const fitShare = encoder.load ? FILE_FIT_SHARE : FIT_SHARE;
  const seen = await readSample(options, items);
  const state = await encoder.fit(seen.inputs, {
    seed,
    settings,
    tools,
    onProgress: (fraction) => onProgress(fraction * fitShare),
  });
  const builder = createFeatureBuilder(items.length);
  const stretches = await encodeItems(options, {
    state,
    items,
    builder,
    onProgress: (fraction) => onProgress(fitShare + fraction * (1 - fitShare)),
  });
  const settingsKey = settingsKeyOf(options);
  const header: Header = {
    encoderId: encoder.id,
    settingsKey,
    fingerprint: fingerprintOf(`${encoder.id}${settingsKey}${seen.difference}`, seed, items),
    // What could not be read may be readable later: then it counts as new.
    fittedOn: Math.max(total - countUnread(stretches), 1),
    rows: items.length,
    chunks: stretches.length,
    state,
  };
  return { header, features: builder.build(), stretches };
}

/** The cache is written behind the person's back: the first questions do not wait for it. */
export function writeLater(cache: CacheOf, written: WriteChunks): void {
  void pause(WRITE_AFTER_MS)
    .then(() => writeChunks(cache, written))
    .catch(() => undefined);
}

/** What of the settings the numbers depend on. */
function settingsKeyOf({ encoder, project }: EncodeOptions): string {
  return encoder.settingsKey?.(project.settings) ?? '';
}

function countUnread(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { unread }) => sum + (unread?.length ?? 0), 0);
}
