import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeWav } from '../../../src/modalities/sound/wav.ts';
import { previewFiles } from '../../../workers/import/media/preview-files.ts';
import { modalityOfFiles } from '../../../workers/import/media/which-files.ts';
import { scanLabels } from '../../../workers/import/scan-labels.ts';

const wav = writeWav({ samples: new Float32Array(80), rate: 8_000 });
const source = (name: string, part: BlobPart = 'words') => ({ name, blob: new Blob([part]) });
const sound = (name: string) => source(name, wav);
const strays = [
  source('birds/README.md'),
  source('birds/labels.csv', 'file,label\n1.wav,wren'),
  source('birds/.DS_Store'),
  source('birds/empty.jpg', ''),
  source('birds/photo.heic', '\0\0\0\x18ftypheic'),
];

describe('a folder of recordings with other files in it', () => {
  const sources = [...strays, sound('birds/wren/1.wav'), sound('birds/robin/2.wav')];

  it('is read as recordings, and the others are named with a reason', async () => {
    const preview = await previewFiles(sources);
    expect(preview?.modalities).toEqual(['sound']);
    expect(preview?.rows.map(({ file }) => file)).toEqual([
      'birds/wren/1.wav',
      'birds/robin/2.wav',
    ]);
    expect(preview?.bad.map(({ excerpt, reason }) => `${excerpt}: ${reason}`)).toEqual([
      'birds/README.md: it is no sound that Hone knows',
      'birds/labels.csv: it is no sound that Hone knows',
      'birds/empty.jpg: it is empty',
      'birds/photo.heic: it is no sound that Hone knows',
    ]);
  });

  it('is labelled by the folders of the recordings alone', async () => {
    const scan = await scanLabels({
      sources,
      options: {},
      columns: ['folder'],
      separator: null,
      isCancelled: () => false,
    });
    expect(scan.rows).toBe(2);
    expect(scan.labels.map(({ value }) => value).sort()).toEqual(['robin', 'wren']);
  });

  it('is the same in an archive', async () => {
    const files = { 'b/README.md': strToU8('words'), 'b/wren/1.wav': wav };
    const archive = new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
    const preview = await previewFiles([{ name: 'b.zip', blob: archive }]);
    expect(preview?.modalities).toEqual(['sound']);
    expect(preview?.bad).toHaveLength(1);
  });
});

describe('files of text', () => {
  it('are no recordings, however many there are', async () => {
    const texts = Array.from({ length: 60 }, (_, i) => source(`${i}.txt`));
    expect(await modalityOfFiles(texts)).toBeNull();
    expect(await modalityOfFiles([...texts, sound('last.wav')])).toBeNull();
    expect(await modalityOfFiles([...texts.slice(0, 49), sound('last.wav')])).toBe('sound');
    expect(await previewFiles(texts)).toBeNull();
  });
});
