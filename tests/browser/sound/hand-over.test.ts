/** What the page decodes reaches the worker whole, and does not stay on the page as well. */
import { expect, it } from 'vitest';
import { createImporter } from '../../../src/engine/importer.ts';
import { spawnImporter } from '../../../src/engine/spawn.ts';
import { writeWav } from '../../../src/modalities/sound/wav.ts';
import { decodeSound } from '../../../src/rooms/shared/decode-sound.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { DecodedSound } from '../../../workers/api.ts';
import { makeProject } from '../make.ts';

it('hands decoded sound over without a copy', async () => {
  const storage = await openStorage();
  const projectId = await makeProject(storage, 'single', 'sound');
  const samples = Float32Array.from({ length: 8_000 }, (_, i) => 0.5 * Math.sin(i / 5));
  const wav = new Blob([writeWav({ samples, rate: 8_000 })]);
  const given: DecodedSound[] = [];
  const importer = createImporter(spawnImporter);
  const outcome = await importer.run(
    [{ name: 'call.ogg', blob: new Blob(['OggS']) }],
    {
      projectId,
      modality: 'sound',
      options: {},
      roles: { file: 'content' },
      labelSeparator: null,
      duplicates: 'skip',
      classes: {},
    },
    () => undefined,
    async (_, mostMs) => {
      const decoded = await decodeSound(wav, mostMs);
      if (!('problem' in decoded)) given.push(decoded);
      return decoded;
    },
  );
  importer.dispose();
  expect(outcome).toMatchObject({ ok: true, value: { added: 1 } });
  const [item] = await storage.items.range(projectId, 0, 1);
  expect(item?.content).toMatchObject({ kind: 'sound', durationMs: 1_000 });
  expect(given.map(({ channels }) => channels[0]?.length)).toEqual([0]);
});
