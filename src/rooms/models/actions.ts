/** What can be done with models. Every action says what it did, or why it did not. */
import type { Checkpoint } from '../../domain/records.ts';
import { toFileName } from '../shared/file-name.ts';
import { formatBytes } from '../shared/format-bytes.ts';
import { messageOf } from '../shared/message-of.ts';
import { runWithUndo } from '../shared/run-with-undo.ts';
import type { CheckpointProps, ModelsProps } from './props.ts';
import { strings } from './strings.ts';

/** Null when saved, else the reason in plain words. */
export async function saveVersion(
  { services, session }: ModelsProps,
  name: string,
): Promise<string | null> {
  try {
    const outcome = await session.saveCheckpoint(name.trim());
    if (!outcome.ok) return outcome.error.message;
    services.notify({ tone: 'good', text: strings.save.done(name.trim()) });
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

export async function renameVersion(
  { services, session, checkpoint }: CheckpointProps,
  name: string,
): Promise<string | null> {
  try {
    const outcome = await session.run({
      type: 'rename-checkpoint',
      checkpointId: checkpoint.id,
      name,
    });
    if (!outcome.ok) return outcome.error.message;
    await services.storage.checkpoints.rename(checkpoint.id, name.trim());
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

export async function removeVersion({
  services,
  session,
  checkpoint,
}: CheckpointProps): Promise<string | null> {
  try {
    const outcome = await session.run({ type: 'delete-checkpoint', checkpointId: checkpoint.id });
    if (!outcome.ok) return outcome.error.message;
    await services.storage.checkpoints.remove(checkpoint.id);
    services.notify({ tone: 'plain', text: strings.remove.done(checkpoint.name) });
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

export const rollBackTo = ({
  services,
  session,
  checkpoint,
}: CheckpointProps): Promise<string | null> =>
  runWithUndo({
    services,
    session,
    command: { type: 'roll-back', checkpointId: checkpoint.id, upTo: checkpoint.learnedUpTo },
    said: strings.rollBack.done(checkpoint.name),
  });

export type ExportKind = 'json' | 'tfjs';

/** `checkpoint` null exports the model as it is now. */
export async function exportModel(
  { services, session }: ModelsProps,
  checkpoint: Checkpoint | null,
  kind: ExportKind,
): Promise<void> {
  try {
    const outcome = await session.learnerClient.exportModel(checkpoint?.id ?? null, kind);
    if (!outcome.ok) throw new Error(outcome.error.message);
    const blob = outcome.value;
    const name = strings.export.fileName(
      toFileName(session.project.value.name),
      toFileName(checkpoint?.name ?? strings.export.live),
      kind,
      blob.type.includes('zip') ? 'zip' : 'json',
    );
    services.saveFile(blob, name);
    services.notify({ tone: 'good', text: strings.export.done(name, formatBytes(blob.size)) });
  } catch (error) {
    services.notify({ tone: 'bad', text: strings.export.failed(messageOf(error)) });
  }
}
