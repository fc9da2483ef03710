/** The card of a project from the disk, where the learner may not be running. */
import type { ProjectId } from '../../src/domain/records.ts';
import type { Storage } from '../../src/storage/api.ts';
import { readCard } from '../card/read-card.ts';
import { readStatus } from '../learn/session/persistence.ts';
import { openExport } from './export-context.ts';

export async function exportCard(
  storage: Storage,
  projectId: ProjectId,
  kind: 'md' | 'json',
): Promise<Blob> {
  const { state } = await openExport(storage, projectId);
  const card = await readCard(storage, state, await readStatus(storage, projectId));
  return kind === 'md'
    ? new Blob([card.markdown], { type: 'text/markdown;charset=utf-8' })
    : new Blob([card.json], { type: 'application/json;charset=utf-8' });
}
