/** Picture files for the browser: real ones, and ones that lie. */
import { zipSync } from 'fflate';
import type { ProjectId } from '../../../src/domain/records.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { ImportPlan, ImportReport, SourceInput } from '../../../workers/api.ts';
import { createImportService } from '../../../workers/import/service.ts';
import { act, FINE, freshName, noSound, RUDE, ulid } from '../make.ts';

export async function pngOf(colour: string, width = 12, height = 8): Promise<Uint8Array> {
  return bytesOf(await paint(colour, width, height).convertToBlob({ type: 'image/png' }));
}

export async function jpegOf(colour: string, width = 12, height = 8): Promise<Uint8Array> {
  return bytesOf(await paint(colour, width, height).convertToBlob({ type: 'image/jpeg' }));
}

/** Left half in the colour, right half white: so that turning it shows. */
function paint(colour: string, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = colour;
  context.fillRect(0, 0, width / 2, height);
  return canvas;
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** The JPEG with an Exif segment behind its beginning. */
export function withExif(jpeg: Uint8Array, exif: Uint8Array): Uint8Array {
  const length = exif.length + 8;
  const marker = [0xff, 0xe1, length >> 8, length & 255, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return Uint8Array.from([...jpeg.subarray(0, 2), ...marker, ...exif, ...jpeg.subarray(2)]);
}

export function zipOf(files: Readonly<Record<string, Uint8Array>>, name = `${ulid()}.zip`) {
  return [{ name, blob: new Blob([zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>]) }];
}

/** Into a project of its own, in a storage of its own. */
export async function importPictures(
  sources: readonly SourceInput[],
  patch: Partial<ImportPlan> = {},
) {
  const storage = await openStorage({ name: freshName() });
  const projectId = ulid() as ProjectId;
  await act(storage, projectId, {
    type: 'create-project',
    projectId,
    name: 'Pictures',
    modality: 'image',
    mode: 'single',
    classes: [],
    seed: 1,
    settings: { auditShare: 0 },
  });
  const plan: ImportPlan = {
    projectId,
    modality: 'image',
    options: {},
    roles: { file: 'content', folder: 'oracle' },
    labelSeparator: null,
    duplicates: 'skip',
    classes: { fine: FINE, rude: RUDE },
    ...patch,
  };
  const service = createImportService(async () => storage);
  const outcome = await service.run(sources, plan, () => undefined, noSound);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const items = await storage.items.range(projectId, 0, 100);
  return { report: outcome.value as ImportReport, items, storage, projectId, service };
}
