import type { Project, ProjectId } from '../../domain/records.ts';
import type { Services } from '../../engine/services.ts';
import { toFileName } from './file-name.ts';
import { formatBytes } from './format-bytes.ts';
import { formatFileDate } from './format-time.ts';
import { messageOf } from './message-of.ts';
import { strings } from './strings.ts';

export const BACKUP_ENDING = '.hone';

interface BackedUp {
  readonly id: ProjectId;
  readonly project: Pick<Project, 'name'>;
}

/** Offers the whole project as one file and remembers when. Tells the person either way. */
export async function saveBackup(services: Services, row: BackedUp): Promise<boolean> {
  try {
    const outcome = await services.importer.backup(row.id);
    if (!outcome.ok) throw new Error(outcome.error.message);
    const now = services.clock.now();
    const name = `${toFileName(row.project.name)}-${formatFileDate(now)}${BACKUP_ENDING}`;
    services.saveFile(outcome.value, name);
    await services.storage.projects.setSummary(row.id, { lastBackupAt: now });
    services.notify({ tone: 'good', text: strings.backup.done(formatBytes(outcome.value.size)) });
    return true;
  } catch (error) {
    services.notify({ tone: 'bad', text: strings.backup.failed(messageOf(error)) });
    return false;
  }
}
