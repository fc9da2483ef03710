/** A ZIP of small PNG files in folders by colour, for journeys with pictures. */
import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { crc32 } from '../../workers/import/media/image/crc32.ts';
import { makeRaster } from '../unit/image/make.ts';

export const COLOURS = ['red', 'blue', 'yellow'] as const;

/** `red/red-00.png` and so on: the blot of each third picture has the next colour. */
export function pictureZip(count: number): Buffer {
  const files = Array.from({ length: count }, (_, i) => {
    const colour = COLOURS[i % 3] as string;
    const name = `${colour}/${colour}-${String(i).padStart(2, '0')}.png`;
    return [name, toPng(i)] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}

function toPng(index: number): Uint8Array {
  const { width, height, pixels } = makeRaster(index);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    Buffer.from(pixels.subarray(y * width * 3, (y + 1) * width * 3)).copy(
      rows,
      y * (1 + width * 3) + 1,
    );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}
