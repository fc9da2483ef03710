import type { ClassId, ItemId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { runWithUndo } from './run-with-undo.ts';

export interface LabelMany {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly itemIds: readonly ItemId[];
  readonly classId: ClassId;
  /** Milliseconds of the whole press. */
  readonly durationMs: number;
  /** What the toast says when it is done. */
  readonly said: string;
}

/** One answer for each item that the person picked, by one press and taken back by one. True when done. */
export async function labelMany(request: LabelMany): Promise<boolean> {
  const { services, session, itemIds, classId, durationMs, said } = request;
  const command = { type: 'answer-items', itemIds, classes: [classId], durationMs } as const;
  const refusal = await runWithUndo({ services, session, command, said });
  if (refusal !== null) services.notify({ tone: 'bad', text: refusal });
  return refusal === null;
}
