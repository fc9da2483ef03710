/** Pictures come in from a ZIP by folder; what is broken, lying or too large is told by name. */
import { describe, expect, it } from 'vitest';
import type { ImageContent } from '../../../src/domain/records.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { crc32 } from '../../../workers/import/media/image/crc32.ts';
import { createImportService } from '../../../workers/import/service.ts';
import { exifWithPlace, pngFile } from '../../unit/import/picture-files.ts';
import { FINE, freshName, RUDE } from '../make.ts';
import { importPictures, jpegOf, pngOf, withExif, zipOf } from './make.ts';

describe('pictures', () => {
  it('come in from folders, each with its label and its file', async () => {
    const files = { 'fine/a.png': await pngOf('red'), 'rude/b.jpg': await jpegOf('blue', 20, 30) };
    const { report, items, storage, projectId } = await importPictures(zipOf(files));
    expect(report).toMatchObject({ added: 2, rejected: 0 });
    expect(items.map(({ oracle }) => oracle)).toEqual([[FINE], [RUDE]]);
    const contents = items.map(({ content }) => content as ImageContent);
    expect(contents.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['a.png', 12, 8],
      ['b.jpg', 20, 30],
    ]);
    for (const { blob } of contents) expect(await storage.files.get(projectId, blob)).toBeDefined();
  });

  it('are recognised by what they are, and shown before they go in', async () => {
    const storage = await openStorage({ name: freshName() });
    const service = createImportService(async () => storage);
    const preview = await service.preview(
      zipOf({ 'fine/a.dat': await pngOf('red'), 'rude/b': await pngOf('blue') }),
      {},
    );
    expect(preview.ok && preview.value.modalities).toEqual(['image']);
    expect(preview.ok && preview.value.files).toHaveLength(2);
  });

  it('stand upright, whatever their tag says, and forget where they were taken', async () => {
    const turned = withExif(await jpegOf('red', 24, 16), exifWithPlace());
    const { items, storage, projectId } = await importPictures(zipOf({ 'fine/a.jpg': turned }));
    const content = items[0]?.content as ImageContent;
    expect([content.width, content.height]).toEqual([16, 24]);
    const stored = await storage.files.get(projectId, content.blob);
    const kept = new Uint8Array((await stored?.arrayBuffer()) ?? new ArrayBuffer(0));
    const place = kept.findIndex((_, at) => kept[at] === 0x25 && kept[at + 1] === 0x88);
    expect(place).toBe(-1);
    const asked = await importPictures(zipOf({ 'fine/a.jpg': turned }), {
      media: { keepLocation: true },
    });
    const withPlace = asked.items[0]?.content as ImageContent;
    expect(withPlace.blob).not.toBe(content.blob);
  });

  it('that are broken, lying, too large or no pictures are named; the rest goes in', async () => {
    const whole = await pngOf('green', 40, 40);
    const photo = await jpegOf('green', 64, 64);
    const { report, items } = await importPictures(
      zipOf({
        'fine/good.png': whole,
        'fine/cut.png': whole.subarray(0, whole.length - 20),
        'fine/cut.jpg': photo.subarray(0, photo.length - 40),
        'fine/huge.png': pngFile({ width: 20_000, height: 20_000, crc: crc32 }),
        'fine/empty.png': pngFile({ width: 10, height: 10, crc: crc32 }),
        'fine/text.jpg': new TextEncoder().encode('This is a text that calls itself a picture.'),
        '../outside.png': whole,
        'rude/other.png': await pngOf('black', 30, 30),
      }),
    );
    expect(report).toMatchObject({ added: 2, rejected: 6 });
    expect(items.map(({ content }) => (content as ImageContent).name)).toEqual([
      'good.png',
      'other.png',
    ]);
    const said = report.bad.map(({ excerpt, reason }) => `${excerpt} ${reason}`).join('\n');
    expect(said).toMatch(/cut\.png is cut off/);
    expect(said).toMatch(/cut\.jpg is cut off/);
    expect(said).toMatch(/huge\.png is 20000 by 20000 pixels large; up to 64 million/);
    expect(said).toMatch(/empty\.png is damaged/);
    expect(said).toMatch(/text\.jpg it is no image/);
    expect(said).toMatch(/outside\.png its name points outside the archive/);
  });

  it('in an archive that unpacks to a mountain are refused, and nothing hangs', async () => {
    const bomb = new Uint8Array(64 * 1_048_576);
    bomb.set(await pngOf('red'));
    const { report } = await importPictures(
      zipOf({ 'fine/good.png': await pngOf('lime'), 'rude/bomb.png': bomb }),
    );
    expect(report.added).toBe(1);
    expect(report.bad[0]?.reason).toMatch(/200 times its size, as traps do/);
  });
});
