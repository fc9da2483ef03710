/** Learns an encoder from items, and encodes them with it. */
import type { Item, Project, ProjectId } from '../../../../src/domain/records.ts';
import type { Features } from '../../../../src/modalities/contract.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import { readSample } from '../fit-sample.ts';
import { pause, type Quiet } from '../quiet.ts';
import {
  type CacheOf,
  type Header,
  type Stretch,
  type WriteChunks,
  writeChunks,
} from './chunks.ts';
import { type EncodeParts, encodeItems } from './encode-items.ts';
import { createFeatureBuilder } from './feature-builder.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { RowLimits } from './sample.ts';

const WRITE_AFTER_MS = 4_000;
/** A part of the cache is written so long after the last answer, or when so much time has passed. */
const QUIET_MS = 600;
const PATIENCE_MS = 8_000;
/** Share of the progress bar that reading and fitting take; the rest is encoding. */
const FIT_SHARE = 0.8;
/** Reading every file takes longer than learning from some of them. */
const FILE_FIT_SHARE = 0.3;

export interface EncodeOptions extends EncodeParts {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly project: Pick<Project, 'seed' | 'settings'>;
  readonly limits: RowLimits;
  /** Absent = nobody is disturbed. */
  readonly quiet?: Quiet;
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

/** The items are those of the rows, and emptied; the project has `total`. */
export async function fitAndEncode(
  options: EncodeOptions,
  items: Item[],
  total: number,
): Promise<Encoded> {
  const { encoder, onProgress } = options;
  const fitShare = encoder.load ? FILE_FIT_SHARE : FIT_SHARE;
  const fitted = await fitTo(options, items, (done) => onProgress(done * fitShare));
  const rows = items.length;
  const builder = createFeatureBuilder(rows);
  const stretches = await encodeItems(options, {
    state: fitted.state,
    items,
    builder,
    onProgress: (done) => onProgress(fitShare + done * (1 - fitShare)),
  });
  const header: Header = {
    ...fitted,
    encoderId: encoder.id,
    settingsKey: settingsKeyOf(options),
    // What could not be read may be readable later: then it counts as new.
    fittedOn: Math.max(total - countUnread(stretches), 1),
    rows,
    chunks: stretches.length,
  };
  return { header, features: builder.build(), stretches };
}

/** A function of its own, so that what was learned from can go before the features come. */
async function fitTo(
  options: EncodeOptions,
  items: readonly Item[],
  onProgress: (fraction: number) => void,
): Promise<Pick<Header, 'state' | 'fingerprint'>> {
  const { encoder, tools, project } = options;
  const { seed, settings } = project;
  const seen = await readSample(options, items);
  const state = await encoder.fit(seen.inputs, { seed, settings, tools, onProgress });
  const id = `${encoder.id}${settingsKeyOf(options)}${seen.difference}`;
  return { state, fingerprint: fingerprintOf(id, seed, items) };
}

/** The cache is written behind the person's back: neither the first questions nor the answers wait for it. */
export function writeLater(
  { quiet, ...cache }: CacheOf & Pick<EncodeOptions, 'quiet'>,
  written: WriteChunks,
): void {
  const rest = async (): Promise<void> => quiet?.reached(QUIET_MS, PATIENCE_MS);
  void pause(WRITE_AFTER_MS)
    .then(() => writeChunks(cache, { ...written, rest }))
    .catch(() => undefined);
}

/** What of the settings the numbers depend on. */
function settingsKeyOf({ encoder, project }: EncodeOptions): string {
  return encoder.settingsKey?.(project.settings) ?? '';
}

function countUnread(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { unread }) => sum + (unread?.length ?? 0), 0);
}
