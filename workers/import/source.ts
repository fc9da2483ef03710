/** A source (file or pasted text) with everything settled about how to read it. */

import type { Format, ReadOptions, ReadSink } from '../../src/formats/format.ts';
import { type FormatId, formats, sniffFormat } from '../../src/formats/index.ts';
import type { PreviewOptions, SourceInput } from '../api.ts';
import { createDecoder, detectEncoding, SAMPLE_BYTES } from './decode.ts';
import { ImportFailure } from './failure.ts';
import { isParquet, parquetAsLines } from './parquet.ts';

const SLICE_BYTES = 1_048_576;

export interface SettledSource {
  readonly source: SourceInput;
  readonly encoding: string;
  readonly format: Format;
  readonly options: ReadOptions;
  readonly warnings: readonly string[];
}

/** Several plain files are items by file, unless the person says otherwise. */
export async function settleSource(
  source: SourceInput,
  options: PreviewOptions,
  count: number,
): Promise<SettledSource> {
  if (source.blob.size === 0) {
    throw new ImportFailure('bad-input', `${source.name} is empty. Choose a file with rows in it.`);
  }
  if (await isParquet(source.blob)) {
    const lines = await parquetAsLines(source.name, source.blob);
    return settleSource({ name: `${source.name}.jsonl`, blob: lines }, options, count);
  }
  const sample = new Uint8Array(await source.blob.slice(0, SAMPLE_BYTES).arrayBuffer());
  const detected = detectEncoding(sample, source.name);
  const encoding = options.encoding ?? detected.encoding;
  const head = createDecoder(encoding)(sample);
  const format = options.format ? knownFormat(options.format) : sniffFormat(head, source.name);
  const defaults = format.defaults(head, source.name);
  const unit = options.unit ?? (count > 1 ? 'file' : defaults.unit);
  const { delimiter = defaults.delimiter, hasHeader = defaults.hasHeader } = options;
  return {
    source,
    encoding,
    format,
    options: {
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(hasHeader === undefined ? {} : { hasHeader }),
      ...(unit === undefined ? {} : { unit }),
    },
    warnings: options.encoding ? [] : detected.warnings,
  };
}

function knownFormat(id: string): Format {
  const format = (formats as Readonly<Record<string, Format>>)[id as FormatId];
  if (format) return format;
  throw new ImportFailure(
    'bad-input',
    `Unknown format ${id}; known: ${Object.keys(formats).join(', ')}.`,
  );
}

export interface ReadControl {
  readonly sink: ReadSink;
  /** Called between slices with the bytes read so far; false stops. */
  readonly between: (bytesRead: number) => Promise<boolean>;
}

/** Streams a source through decoder and reader. Resolves false when stopped. */
export async function readSource(settled: SettledSource, control: ReadControl): Promise<boolean> {
  const { source, encoding, format, options } = settled;
  const decode = createDecoder(encoding);
  const reader = format.read(options, control.sink);
  for (let at = 0; at < source.blob.size; at += SLICE_BYTES) {
    const slice = await source.blob.slice(at, at + SLICE_BYTES).arrayBuffer();
    reader.push(decode(new Uint8Array(slice)));
    if (!(await control.between(Math.min(at + SLICE_BYTES, source.blob.size)))) return false;
  }
  reader.push(decode(null));
  reader.end();
  return control.between(source.blob.size);
}
