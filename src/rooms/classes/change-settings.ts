import type { ProjectSettings } from '../../domain/records.ts';
import { runWithUndo } from '../shared/run-with-undo.ts';
import type { ClassesProps } from './props.ts';
import { strings } from './strings.ts';

/** Stores a setting; a refusal is shown in the project's own words. */
export async function changeSettings(
  { services, session }: ClassesProps,
  patch: Partial<ProjectSettings>,
): Promise<void> {
  const refusal = await runWithUndo({
    services,
    session,
    command: { type: 'change-settings', patch },
    said: strings.said.settings,
  });
  if (refusal !== null) services.notify({ tone: 'bad', text: refusal });
}
