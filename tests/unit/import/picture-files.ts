/** Picture files made byte by byte: enough of each kind for its header, and Exif data with a place. */

const text = (value: string): number[] => [...value].map((letter) => letter.charCodeAt(0));
const be32 = (value: number): number[] => [
  value >>> 24,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
];
const be16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const le32 = (value: number): number[] => be32(value).reverse();
const le16 = (value: number): number[] => be16(value).reverse();

/** Orientation 6 in the first directory, 52 degrees north in the one of the place. */
export function exifWithPlace(): Uint8Array {
  const place = 8 + 2 + 2 * 12 + 4;
  const degrees = place + 2 + 2 * 12 + 4;
  return Uint8Array.from([
    ...text('II'),
    ...le16(42),
    ...le32(8),
    ...le16(2),
    ...le16(0x0112),
    ...le16(3),
    ...le32(1),
    ...le32(6),
    ...le16(0x8825),
    ...le16(4),
    ...le32(1),
    ...le32(place),
    ...le32(0),
    ...le16(2),
    ...le16(1),
    ...le16(2),
    ...le32(2),
    ...text('N'),
    0,
    0,
    0,
    ...le16(2),
    ...le16(5),
    ...le32(3),
    ...le32(degrees),
    ...le32(0),
    ...le32(52),
    ...le32(1),
    ...le32(31),
    ...le32(1),
    ...le32(7),
    ...le32(1),
  ]);
}

export interface JpegOptions {
  readonly width: number;
  readonly height: number;
  readonly exif?: Uint8Array;
  readonly xmp?: string;
  readonly isCut?: boolean;
}

/** Not decodable: its compressed data are made up. */
export function jpegFile({ width, height, exif, xmp, isCut }: JpegOptions): Uint8Array {
  const segment = (marker: number, data: readonly number[]): number[] => [
    0xff,
    marker,
    ...be16(data.length + 2),
    ...data,
  ];
  return Uint8Array.from([
    0xff,
    0xd8,
    ...(exif ? segment(0xe1, [...text('Exif'), 0, 0, ...exif]) : []),
    ...(xmp ? segment(0xe1, [...text('http://ns.adobe.com/xap/1.0/'), 0, ...text(xmp)]) : []),
    ...segment(0xc0, [8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    1,
    2,
    3,
    0xff,
    0,
    4,
    5,
    ...(isCut ? [] : [0xff, 0xd9]),
  ]);
}

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly exif?: Uint8Array;
  readonly crc: (bytes: Uint8Array) => number;
}

/** Not decodable: it holds no pixels. */
export function pngFile({ width, height, exif, crc }: PngOptions): Uint8Array {
  const chunk = (name: string, data: readonly number[]): number[] => {
    const named = [...text(name), ...data];
    return [...be32(data.length), ...named, ...be32(crc(Uint8Array.from(named)))];
  };
  return Uint8Array.from([
    0x89,
    ...text('PNG'),
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', [...be32(width), ...be32(height), 8, 2, 0, 0, 0]),
    ...(exif ? chunk('eXIf', [...exif]) : []),
    ...chunk('IEND', []),
  ]);
}
