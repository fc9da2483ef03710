import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../workers/import/media/image/crc32.ts';
import { readHeader } from '../../../workers/import/media/image/header.ts';
import { kindOf } from '../../../workers/import/media/image/kinds.ts';
import { withoutLocation } from '../../../workers/import/media/image/location.ts';
import { exifWithPlace, jpegFile, pngFile } from './picture-files.ts';

const has = (bytes: Uint8Array, part: readonly number[]): boolean => {
  for (let at = 0; at + part.length <= bytes.length; at++)
    if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
};
/** 52 degrees as an Exif fraction. */
const DEGREES = [52, 0, 0, 0, 1, 0, 0, 0];
const ORIENTATION = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0];

describe('headers of pictures', () => {
  it('tell the size without decoding', () => {
    const jpeg = jpegFile({ width: 640, height: 480 });
    expect(kindOf(jpeg)).toBe('jpeg');
    expect(readHeader(jpeg, 'jpeg')).toEqual({ width: 640, height: 480 });
    const png = pngFile({ width: 20_000, height: 20_000, crc: crc32 });
    expect(kindOf(png)).toBe('png');
    expect(readHeader(png, 'png')).toEqual({ width: 20_000, height: 20_000 });
  });

  it('tell that a file ends too early, wherever it was cut', () => {
    const cut = { problem: 'is cut off' };
    expect(readHeader(jpegFile({ width: 9, height: 9, isCut: true }), 'jpeg')).toEqual(cut);
    const jpeg = jpegFile({ width: 9, height: 9, exif: exifWithPlace() });
    for (const length of [4, 12, 40, 100, jpeg.length - 3])
      expect(readHeader(jpeg.subarray(0, length), 'jpeg')).toEqual(cut);
    const png = pngFile({ width: 9, height: 9, crc: crc32 });
    for (const length of [18, 33, 40]) {
      const outcome = readHeader(png.subarray(0, length), 'png');
      expect(outcome).toEqual(cut);
    }
  });

  it('know a text by its bytes, whatever it is called', () => {
    expect(kindOf(new TextEncoder().encode('This is no picture at all.'))).toBeNull();
    expect(kindOf(new Uint8Array(0))).toBeNull();
  });
});

describe('where a picture was taken', () => {
  it('leaves a JPEG; everything else stays, to the last byte', () => {
    const before = jpegFile({ width: 8, height: 8, exif: exifWithPlace() });
    const after = withoutLocation(before, 'jpeg');
    expect(has(before, DEGREES)).toBe(true);
    expect(has(after, DEGREES)).toBe(false);
    expect(has(after, ORIENTATION)).toBe(true);
    expect(after.length).toBe(before.length);
    const pixels = before.indexOf(0xda);
    expect(after.subarray(pixels)).toEqual(before.subarray(pixels));
    expect(before).toEqual(jpegFile({ width: 8, height: 8, exif: exifWithPlace() }));
  });

  it('leaves a PNG, whose checksums hold again', () => {
    const before = pngFile({ width: 8, height: 8, exif: exifWithPlace(), crc: crc32 });
    const after = withoutLocation(before, 'png');
    expect(has(after, DEGREES)).toBe(false);
    const view = new DataView(after.buffer, after.byteOffset);
    for (let at = 8; at < after.length; at += 12 + view.getUint32(at)) {
      const end = at + 8 + view.getUint32(at);
      expect(view.getUint32(end)).toBe(crc32(after.subarray(at + 4, end)));
    }
  });

  it('leaves the XMP of a JPEG', () => {
    const xmp =
      '<x exif:GPSLatitude="52,31.1N" tiff:Make="Acme"><exif:GPSLongitude>13,24E</exif:GPSLongitude></x>';
    const after = new TextDecoder('latin1').decode(
      withoutLocation(jpegFile({ width: 8, height: 8, xmp }), 'jpeg'),
    );
    expect(after).not.toContain('52,31');
    expect(after).not.toContain('13,24');
    expect(after).toContain('tiff:Make="Acme"');
  });

  it('was never there: the very same bytes come back', () => {
    const plain = jpegFile({ width: 8, height: 8 });
    expect(withoutLocation(plain, 'jpeg')).toBe(plain);
  });
});
