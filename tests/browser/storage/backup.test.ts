import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { BlobHash, ImportId, ProjectId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { inspectBackup, restoreBackup, writeBackup } from '../../../src/storage/backup.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { bytesOf, signatureBytes } from '../../unit/storage/signature-bytes.ts';
import { act, answerOf, freshName, makeItems, makeProject } from '../make.ts';

const WEIGHTS = {
  dense: Float32Array.from([1.5, -2.25, 3e-7]),
  sparse: new Float32Array(3),
  hyper: { dense: 1 },
};

async function filled(): Promise<{ storage: Storage; id: ProjectId; blob: Blob }> {
  const storage = await openStorage({ name: freshName() });
  const id = await makeProject(storage);
  const items = makeItems(id, 2_500);
  await storage.items.add(items);
  for (const item of items.slice(0, 5)) await act(storage, id, answerOf(item));
  const checkpoint = {
    id: 'cp-1',
    projectId: id,
    name: 'first',
    createdAt: 1,
    parent: null,
    reason: 'asked',
    learnedUpTo: null,
    labels: 5,
    metrics: { accuracy: null, macroF1: null, audits: 0 },
    backend: 'cpu',
    encoder: 'e',
    sizeBytes: 12,
    hash: 'h',
  };
  await storage.checkpoints.save(checkpoint as never, WEIGHTS);
  return { storage, id, blob: await writeBackup(storage, id) };
}

const empty = (): Promise<Storage> => openStorage({ name: freshName() });

async function tamper(
  blob: Blob,
  change: (files: Record<string, Uint8Array>) => void,
): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  change(files);
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
}

describe('backup', () => {
  it('comes back equal, and a second time changes nothing', async () => {
    const { storage, id, blob } = await filled();
    const target = await empty();
    for (const round of [1, 2]) {
      const report = await restoreBackup(target, blob, { partial: false });
      expect(report).toMatchObject({ projectId: id, items: round === 1 ? 2_500 : 0, skipped: [] });
    }
    expect(await target.events.of(id)).toEqual(await storage.events.of(id));
    expect(await target.items.range(id, 0, 3_000)).toEqual(await storage.items.range(id, 0, 3_000));
    expect(await target.checkpoints.list(id)).toEqual(await storage.checkpoints.list(id));
    expect(await target.checkpoints.weights('cp-1' as never)).toEqual(WEIGHTS);
    expect((await target.projects.get(id))?.summary).toMatchObject({ items: 2_500, answered: 5 });
  });

  it('brings pictures and sounds along, even when the project is gone by then', async () => {
    const storage = await openStorage({ name: freshName() });
    const id = await makeProject(storage);
    const contents = [signatureBytes(1_500_000), new Uint8Array(300_000)];
    const files = contents.map((bytes) => ({
      hash: bytesToHex(sha256(bytes)) as BlobHash,
      blob: new Blob([bytes], { type: 'image/png' }),
    }));
    await storage.files.add(files, { projectId: id, importId: 'i' as ImportId });
    const blob = await writeBackup(storage, id);
    await storage.projects.remove(id);
    storage.close();
    const target = await empty();
    const report = await restoreBackup(target, blob, { partial: false });
    expect(report.skipped).toEqual([]);
    for (const { hash } of files) {
      const back = await target.files.get(id, hash);
      expect(back?.type).toBe('image/png');
      expect(bytesToHex(sha256(await bytesOf(back as Blob)))).toBe(hash);
    }
  });

  it('names what is damaged and restores the rest on request', async () => {
    const { id, blob } = await filled();
    const broken = await tamper(blob, (files) => {
      const part = files['items-0001.jsonl'] as Uint8Array;
      part.fill(33, 10, 30);
    });
    const target = await empty();
    expect((await inspectBackup(target, broken)).damage.join()).toMatch(
      /items-0001\.jsonl.*checksum/,
    );
    await expect(restoreBackup(target, broken, { partial: false })).rejects.toThrow(/damaged/);
    expect(await target.projects.list()).toEqual([]);
    const report = await restoreBackup(target, broken, { partial: true });
    expect(report.items).toBeGreaterThanOrEqual(2_400);
    expect(await target.events.of(id)).toHaveLength(6);
  });

  it('gives up what came before the cut of a truncated file', async () => {
    const { id, blob } = await filled();
    const target = await empty();
    const cut = blob.slice(0, Math.floor(blob.size * 0.6));
    expect((await inspectBackup(target, cut)).damage.length).toBeGreaterThan(0);
    await restoreBackup(target, cut, { partial: true });
    expect(await target.events.of(id)).toHaveLength(6);
  });

  it('refuses what is no backup in plain words', async () => {
    const target = await empty();
    await expect(inspectBackup(target, new Blob(['hello']))).rejects.toThrow(/not a ZIP/);
    const other = new Blob([zipSync({ 'a.txt': new Uint8Array(3) }) as Uint8Array<ArrayBuffer>]);
    await expect(inspectBackup(target, other)).rejects.toThrow();
  });
});
