/**
 * Bytes to text: a byte-order mark decides, then valid UTF-8, then a statistical guess (chardet);
 * the person can overrule it. Files that are no text at all are refused by name.
 */
import chardet from 'chardet';
import { ImportFailure } from './failure.ts';

export const SAMPLE_BYTES = 262_144;

/** What to do with files that begin like this. */
const BINARY: readonly { readonly magic: readonly number[]; readonly advice: string }[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    advice: 'a ZIP or Excel file: unpack it, or save the sheet as CSV',
  },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], advice: 'an old Office file: save the sheet as CSV' },
  { magic: [0x25, 0x50, 0x44, 0x46], advice: 'a PDF: copy its text and paste it' },
  { magic: [0x89, 0x50, 0x4e, 0x47], advice: 'a PNG image: pictures make a project of their own' },
  { magic: [0xff, 0xd8, 0xff], advice: 'a JPEG image: pictures make a project of their own' },
  { magic: [0x1f, 0x8b], advice: 'a gzip file: unpack it first' },
];

/** Encodings offered in the preview, by the names `TextDecoder` knows. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export interface DetectedEncoding {
  readonly encoding: string;
  readonly warnings: readonly string[];
}

/** Throws `bad-input` when the bytes are recognisably no text. */
export function detectEncoding(bytes: Uint8Array, fileName: string): DetectedEncoding {
  const binary = BINARY.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte));
  if (binary) throw new ImportFailure('bad-input', `${fileName} is ${binary.advice}.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', warnings: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', warnings: [] };
  const wide = guessWide(bytes);
  if (wide) return { encoding: wide, warnings: [] };
  const warnings = bytes.includes(0) ? [`${fileName} holds NUL bytes; they are shown as “␀”.`] : [];
  if (isUtf8(bytes)) return { encoding: 'utf-8', warnings };
  const guess = chardet.detect(bytes)?.toLowerCase() ?? 'windows-1252';
  const encoding = isKnown(guess) ? guess : 'windows-1252';
  return {
    encoding,
    warnings: [
      ...warnings,
      `${fileName} is not UTF-8; it was read as ${encoding}. Check letters with accents.`,
    ],
  };
}

/** UTF-16 without a mark: every second byte of western text is zero. */
function guessWide(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length, 4_096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (size < 4) return null;
  if (odd > size * 0.3 && even < size * 0.05) return 'utf-16le';
  if (even > size * 0.3 && odd < size * 0.05) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream` forgives a character cut off at the end of the sample.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isKnown(encoding: string): boolean {
  try {
    return Boolean(new TextDecoder(encoding));
  } catch {
    return false;
  }
}

/** Decoder of a stream of chunks; unknown encodings are named with those that would do. */
export function createDecoder(encoding: string): (bytes: Uint8Array | null) => string {
  if (!isKnown(encoding)) {
    throw new ImportFailure(
      'bad-input',
      `Unknown encoding ${encoding}; known: ${ENCODINGS.join(', ')}.`,
    );
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => {
    const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    return text.includes('\0') ? text.replaceAll('\0', '␀') : text;
  };
}
