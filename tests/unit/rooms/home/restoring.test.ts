import { describe, expect, it } from 'vitest';
import type { Importer } from '../../../../src/engine/api.ts';
import { createRestorer } from '../../../../src/rooms/home/restoring.ts';
import type { BackupInspection, ImportApi } from '../../../../workers/api.ts';

const inspection: BackupInspection = {
  projectId: 'p' as BackupInspection['projectId'],
  name: 'Tweets',
  items: 5,
  events: 7,
  checkpoints: 0,
  savedAt: 0,
  damage: [],
  alreadyHere: false,
};

/** Only what restoring asks of the importer. */
const importerWith = (parts: Partial<Pick<ImportApi, 'inspectBackup' | 'restore'>>): Importer =>
  parts as Importer;

describe('restoring a backup', () => {
  it('restores a sound one wholly and a damaged one in part', async () => {
    for (const damage of [[], ['items 3 to 5 do not match their hash']]) {
      const asked: boolean[] = [];
      const restorer = createRestorer(
        importerWith({
          inspectBackup: async () => ({ ok: true, value: { ...inspection, damage } }),
          restore: async (_, partial) => {
            asked.push(partial);
            return { ok: true, value: { ...inspection, skipped: damage } };
          },
        }),
      );
      await restorer.check(new Blob(['x']));
      expect(restorer.state.value.step).toBe('checked');
      await restorer.restore();
      expect(restorer.state.value.step).toBe('done');
      expect(asked).toEqual([damage.length > 0]);
    }
  });

  it('says why a file is no backup, and lets another be chosen', async () => {
    const restorer = createRestorer(
      importerWith({
        inspectBackup: async () => ({ ok: false, error: { code: 'damaged', message: 'no' } }),
      }),
    );
    await restorer.check(new Blob(['x']));
    expect(restorer.state.value).toEqual({ step: 'unreadable', message: 'no' });
    restorer.again();
    expect(restorer.state.value.step).toBe('choose');
  });

  it('turns a dead worker into words', async () => {
    const restorer = createRestorer(
      importerWith({
        inspectBackup: async () => ({ ok: true, value: inspection }),
        restore: () => Promise.reject(new Error('the worker died')),
      }),
    );
    await restorer.check(new Blob(['x']));
    await restorer.restore();
    expect(restorer.state.value).toEqual({ step: 'failed', message: 'the worker died' });
  });
});
