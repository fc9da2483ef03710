/** One change of the settings that can be taken back; a refusal is told. */
import type { Command } from '../../domain/commands/index.ts';
import type { ProjectSettings } from '../../domain/records.ts';
import { runWithUndo } from '../shared/run-with-undo.ts';
import type { OversightProps } from './props.ts';

type Where = Pick<OversightProps, 'services' | 'session'>;

export const runSetting = (
  where: Where,
  patch: Partial<ProjectSettings>,
  said: string,
): Promise<void> => runChange(where, { type: 'change-settings', patch }, said);

export async function runChange(
  { services, session }: Where,
  command: Command,
  said: string,
): Promise<void> {
  const refusal = await runWithUndo({ services, session, command, said });
  if (refusal) services.notify({ tone: 'bad', text: refusal });
}
