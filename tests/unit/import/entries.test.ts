import { strToU8, Zip, ZipDeflate, ZipPassThrough, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Entry, readEntries } from '../../../workers/import/entries.ts';
import { fileRow } from '../../../workers/import/media/file-row.ts';
import { bytesOf, digests, signatureBytes } from '../storage/signature-bytes.ts';

const bytes = (text: string): Uint8Array => strToU8(text);
const archive = (files: Zippable): Blob => new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);

/** Sizes behind the files, as the systems write that pack while they read. */
function streamed(files: Readonly<Record<string, Uint8Array>>): Blob {
  const chunks: BlobPart[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk as Uint8Array<ArrayBuffer>));
  for (const [index, [name, content]] of Object.entries(files).entries()) {
    const file = index % 2 === 0 ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return new Blob(chunks);
}

async function entriesOf(name: string, blob: Blob): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  const between = async (): Promise<boolean> => true;
  for await (const entry of readEntries([{ name, blob }], { between })) found.push(entry);
  return found;
}

const names = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.kind === 'file' ? [entry.name] : []));
const reasons = (entries: readonly Entry[]): string =>
  entries
    .flatMap((entry) => (entry.kind === 'bad' ? [`${entry.name}: ${entry.reason}`] : []))
    .join();

describe('files behind sources', () => {
  it('are the file itself, or those of an archive, hidden ones left out', async () => {
    expect(names(await entriesOf('a.png', new Blob(['picture'])))).toEqual(['a.png']);
    const found = await entriesOf(
      'birds.zip',
      archive({
        'birds/wren/1.wav': bytes('one'),
        'birds/robin/2.wav': [bytes('two'), { level: 0 }],
        'birds/robin/.DS_Store': bytes('x'),
        '__MACOSX/birds/1.wav': bytes('x'),
      }),
    );
    expect(names(found)).toEqual(['birds/wren/1.wav', 'birds/robin/2.wav']);
    const [first, second] = found;
    expect(first?.kind === 'file' && (await first.blob.text())).toBe('one');
    expect(second?.kind === 'file' && (await second.blob.text())).toBe('two');
  });

  it('are refused when their name points outside, and the others go in', async () => {
    const found = await entriesOf(
      'evil.zip',
      archive({
        '../../etc/passwd': bytes('x'),
        '/root/a.png': bytes('x'),
        'a\\..\\b.png': bytes('x'),
        'C:/b.png': bytes('x'),
        'good.png': bytes('good'),
      }),
    );
    expect(names(found)).toEqual(['good.png']);
    expect(reasons(found).match(/points outside/g)).toHaveLength(4);
  });

  it('stop at an archive that unpacks to many times its size', async () => {
    const found = await entriesOf('bomb.zip', archive({ 'zeros.png': new Uint8Array(40_000_000) }));
    expect(names(found)).toEqual([]);
    expect(reasons(found)).toMatch(/zeros\.png: .*200 times its size/);
  });

  it('give up what came before the place where an archive is cut off', async () => {
    const noise = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) % 251);
    const whole = archive({
      'first.png': [noise, { level: 0 }],
      'second.png': [noise, { level: 0 }],
    });
    const found = await entriesOf('cut.zip', whole.slice(0, 70_000));
    expect(names(found)).toEqual(['first.png']);
    expect(reasons(found)).not.toBe('');
  });

  it('come out whole when their bytes look like headers of a ZIP', async () => {
    const files = {
      'birds/wren/1.jpg': signatureBytes(900_000, 1),
      'birds/wren/2.jpg': signatureBytes(1_400_000, 2),
      'birds/robin/3.jpg': signatureBytes(70_000, 3),
    };
    for (const blob of [streamed(files), archive(files)]) {
      const found = await entriesOf('birds.zip', blob);
      const contents: Record<string, Uint8Array> = {};
      for (const entry of found)
        if (entry.kind === 'file') contents[entry.name] = await bytesOf(entry.blob);
      expect(digests(contents)).toEqual(digests(files));
      expect(reasons(found)).toBe('');
    }
  });

  it('are named when damaged or encrypted, and the others go in', async () => {
    const blob = archive({
      'a.png': [signatureBytes(5_000), { level: 0 }],
      'b.png': [signatureBytes(5_000), { level: 0 }],
      'c.png': bytes('good'),
    });
    const damaged = await bytesOf(blob);
    damaged[3_000] = (damaged[3_000] as number) ^ 1;
    const central = damaged.length - 22 - 2 * (46 + 5);
    damaged[central + 8] = (damaged[central + 8] as number) | 1;
    const found = await entriesOf('x.zip', new Blob([damaged as Uint8Array<ArrayBuffer>]));
    expect(names(found)).toEqual(['c.png']);
    expect(reasons(found)).toMatch(/a\.png: .*checksum.*b\.png: .*encrypted/);
  });

  it('may have names in UTF-8 that are not said to be', async () => {
    const whole = await bytesOf(archive({ 'Grünspecht/1.wav': bytes('pock') }));
    const view = new DataView(whole.buffer);
    const directory = view.getUint32(whole.length - 6, true);
    view.setUint16(directory + 8, 0, true);
    const found = await entriesOf('x.zip', new Blob([whole as Uint8Array<ArrayBuffer>]));
    expect(names(found)).toEqual(['Grünspecht/1.wav']);
  });

  it('are labelled by the folder they lie in', () => {
    expect(fileRow('plants/leaves/rust/1.jpg')).toEqual({
      file: 'plants/leaves/rust/1.jpg',
      folder: 'rust',
    });
    expect(fileRow('1.jpg')).toEqual({ file: '1.jpg', folder: '' });
  });
});
