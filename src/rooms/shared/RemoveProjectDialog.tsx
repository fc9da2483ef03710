import { useSignal } from '@preact/signals';
import type { Services } from '../../engine/services.ts';
import type { ProjectRow } from '../../storage/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { confirmsName } from './confirms-name.ts';
import { messageOf } from './message-of.ts';
import { saveBackup } from './save-backup.ts';
import { strings } from './strings.ts';

interface RemoveProjectDialogProps {
  readonly services: Services;
  readonly row: ProjectRow;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Deleting is for good, so it takes the typed name, and offers a backup before. */
export function RemoveProjectDialog(props: RemoveProjectDialogProps) {
  const { row, services, onClose } = props;
  const { name } = row.project;
  const typed = useSignal('');
  const busy = useSignal<'backup' | 'remove' | null>(null);
  const problem = useSignal<string | null>(null);
  const work = async (what: 'backup' | 'remove'): Promise<void> => {
    busy.value = what;
    try {
      if (what === 'backup') await saveBackup(services, row);
      else await remove(props);
    } catch (error) {
      problem.value = messageOf(error);
    } finally {
      busy.value = null;
    }
  };
  return (
    <Dialog
      open
      title={strings.remove.title(name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.remove.cancel}</Button>
          <Button
            variant="danger"
            busy={busy.value === 'remove'}
            disabled={!confirmsName(typed.value, name)}
            onClick={() => void work('remove')}
          >
            {strings.remove.confirm}
          </Button>
        </>
      }
    >
      <p>{strings.remove.what(row.summary.items, row.summary.answered)}</p>
      <p>
        <Button busy={busy.value === 'backup'} onClick={() => void work('backup')}>
          {strings.remove.backup}
        </Button>
      </p>
      <Field label={strings.remove.type(name)}>
        <TextInput
          value={typed.value}
          onChange={(value: string) => {
            typed.value = value;
          }}
        />
      </Field>
      {problem.value !== null && (
        <Notice tone="bad" title={strings.remove.failed}>
          {problem.value}
        </Notice>
      )}
    </Dialog>
  );
}

async function remove({ services, row, onRemoved }: RemoveProjectDialogProps): Promise<void> {
  await services.storage.projects.remove(row.id);
  services.notify({ tone: 'plain', text: strings.remove.done(row.project.name) });
  onRemoved();
}
