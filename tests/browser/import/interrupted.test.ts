import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/domain/state.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { sweepInterruptedImports } from '../../../src/storage/interrupted-imports.ts';
import { createImportService } from '../../../workers/import/service.ts';
import { freshName, makeItems, makeProject, noSound } from '../make.ts';

const MANY = Array.from({ length: 40 }, (_, i) => `text number ${i}`).join('\n');

async function setUp() {
  const storage = await openStorage({ name: freshName() });
  const projectId = await makeProject(storage);
  return { storage, projectId };
}

function planFor(projectId: Awaited<ReturnType<typeof setUp>>['projectId']) {
  return {
    projectId,
    modality: 'text',
    options: { hasHeader: false },
    roles: { text: 'content' as const },
    labelSeparator: null,
    duplicates: 'skip' as const,
    classes: {},
  };
}

describe('an import that a crash cut off', () => {
  it('leaves nothing behind once the project is opened again', async () => {
    const { storage, projectId } = await setUp();
    await storage.items.add(makeItems(projectId, 5));
    const cut = makeItems(projectId, 12).slice(5);
    await storage.items.add(cut.map((item) => ({ ...item, importId: 'cut-off' as never })));
    await storage.device.set('running-imports', [{ projectId, importId: 'cut-off' }]);
    await sweepInterruptedImports(storage);
    expect(await storage.items.count(projectId)).toBe(5);
    await sweepInterruptedImports(storage);
    expect(await storage.items.count(projectId)).toBe(5);
  });

  it('is not taken for one that is still running, nor for one that ended well', async () => {
    const { storage, projectId } = await setUp();
    const service = createImportService(async () => storage);
    const file = [{ name: 'many.txt', blob: new Blob([MANY]) }];
    const running = service.run(
      file,
      planFor(projectId),
      () => void sweepInterruptedImports(storage),
      noSound,
    );
    expect(await running).toMatchObject({ ok: true, value: { added: 40 } });
    await sweepInterruptedImports(storage);
    expect(await storage.items.count(projectId)).toBe(40);
    expect(foldEvents(await storage.events.of(projectId))?.imports).toHaveLength(1);
  });
});

describe('a disk that is nearly full', () => {
  it('stops imports with words and figures, and never labels', async () => {
    const { storage, projectId } = await setUp();
    const use = async () => ({ usedBytes: 960e6, quotaBytes: 1_000e6, persistent: false });
    const service = createImportService(async () => ({ ...storage, use }));
    const file = [{ name: 'many.txt', blob: new Blob([MANY]) }];
    const outcome = await service.run(file, planFor(projectId), () => undefined, noSound);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(!outcome.ok && outcome.error.message).toMatch(/not enough space.*0 MB are free/);
    expect(await storage.items.count(projectId)).toBe(0);
    await storage.items.add(makeItems(projectId, 1));
  });
});
