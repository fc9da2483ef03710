/**
 * A TensorFlow.js model that a person brings, as one file: a header (JSON) and the weights behind it.
 * Named by the hash of its bytes, so that what was checked once is what is used ever after.
 * Layout: "HONM", header length (uint32, little-endian), header, weights.
 */

/** What pixels are scaled to before the model sees them. */
export type PixelScale = '0..1' | '-1..1' | '0..255';

export interface ModelHeader {
  readonly name: string;
  readonly kind: 'graph' | 'layers';
  readonly topology: unknown;
  readonly weightSpecs: readonly WeightSpec[];
  readonly scale: PixelScale;
  /** In the words of whoever published it, or of the person; '' = nothing is said. */
  readonly licence: string;
  /** Hex SHA-256 of model.json and the weight files, one after the other. Models kept before say nothing. */
  readonly filesHash?: string;
  /** Where it was fetched, without what stood behind a question mark; absent = files from the disk. */
  readonly source?: string;
}

export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

export interface ModelFile {
  readonly header: ModelHeader;
  readonly weights: Uint8Array<ArrayBuffer>;
}

const MAGIC = [0x48, 0x4f, 0x4e, 0x4d];
const PREFIX_BYTES = 8;

export function packModel({ header, weights }: ModelFile): Uint8Array<ArrayBuffer> {
  const json = utf8(JSON.stringify(header));
  const bytes = new Uint8Array(PREFIX_BYTES + json.length + weights.length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(4, json.length, true);
  bytes.set(json, PREFIX_BYTES);
  bytes.set(weights, PREFIX_BYTES + json.length);
  return bytes;
}

/** Throws an Error in plain words when the bytes are no packed model. */
export function unpackModel(bytes: Uint8Array<ArrayBuffer>): ModelFile {
  const isOne = MAGIC.every((byte, i) => bytes[i] === byte) && bytes.length > PREFIX_BYTES;
  if (!isOne) throw new Error('the stored model is damaged: it does not begin as one');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const end = PREFIX_BYTES + length;
  if (end > bytes.length) throw new Error('the stored model is cut off');
  const header = JSON.parse(fromUtf8(bytes.subarray(PREFIX_BYTES, end))) as ModelHeader;
  return { header, weights: bytes.slice(end) };
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface ModelJson {
  readonly format?: string;
  readonly modelTopology?: unknown;
  readonly weightsManifest?: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly WeightSpec[];
  }[];
  readonly userDefinedMetadata?: { readonly license?: unknown; readonly licence?: unknown };
  readonly license?: unknown;
}

export interface ModelChoices {
  readonly name: string;
  readonly scale: PixelScale;
  readonly licence: string;
  readonly filesHash?: string;
  readonly source?: string;
}

/** From the files a person chose (model.json and its weight files), or why they are no model. */
export function readModelFiles(
  files: readonly NamedBytes[],
  choices: ModelChoices,
): ModelFile | { readonly problem: string } {
  const json = files.find(({ name }) => name.toLowerCase().endsWith('.json'));
  if (!json)
    return {
      problem: 'Choose model.json together with its weight files (.bin); there is no .json.',
    };
  const parsed = parse(json);
  if (!parsed) return { problem: `${json.name} is no JSON that can be read.` };
  const { modelTopology, weightsManifest } = parsed;
  if (modelTopology === undefined || !weightsManifest)
    return { problem: `${json.name} is no TensorFlow.js model: it names no topology or weights.` };
  const parts: Uint8Array[] = [];
  for (const path of weightsManifest.flatMap(({ paths }) => paths)) {
    const part = files.find(({ name }) => baseName(name) === baseName(path));
    if (!part) return { problem: `The weight file ${path} is missing; choose it as well.` };
    parts.push(part.bytes);
  }
  const weights = join(parts);
  const weightSpecs = weightsManifest.flatMap(({ weights: specs }) => specs);
  const wanted = weightSpecs.reduce((sum, spec) => sum + bytesOf(spec), 0);
  if (wanted !== weights.length)
    return {
      problem: `The weight files hold ${weights.length} bytes; the model needs ${wanted}. One is cut off or of another model.`,
    };
  const kind = isGraph(parsed) ? 'graph' : 'layers';
  const licence = choices.licence.trim() || licenceOf(parsed);
  const header = { ...choices, kind, topology: modelTopology, weightSpecs, licence } as const;
  return { header, weights };
}

function parse({ bytes }: NamedBytes): ModelJson | null {
  try {
    const value: unknown = JSON.parse(fromUtf8(bytes));
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function isGraph({ format, modelTopology }: ModelJson): boolean {
  if (format === 'graph-model') return true;
  return typeof modelTopology === 'object' && modelTopology !== null && 'node' in modelTopology;
}

function licenceOf({ userDefinedMetadata, license }: ModelJson): string {
  const said = userDefinedMetadata?.license ?? userDefinedMetadata?.licence ?? license;
  return typeof said === 'string' ? said : '';
}

const BYTES: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  float16: 2,
  uint16: 2,
  uint8: 1,
  bool: 1,
};

/** Of one weight as it lies in its file. */
export function bytesOf({ shape, dtype, quantization }: WeightSpec): number {
  const size = shape.reduce((product, length) => product * length, 1);
  return size * (BYTES[quantization?.dtype ?? dtype] ?? 4);
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
