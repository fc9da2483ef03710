import { useSignal } from '@preact/signals';
import type { Services } from '../../../engine/services.ts';
import type { ProjectRow } from '../../../storage/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { strings } from '../strings.ts';

interface RenameDialogProps {
  readonly services: Services;
  readonly row: ProjectRow;
  readonly onClose: () => void;
}

export function RenameDialog({ services, row, onClose }: RenameDialogProps) {
  const name = useSignal(row.project.name);
  const problem = useSignal<string | null>(null);
  const save = async (): Promise<void> => {
    // Loaded when something is decided: the list of projects alone needs no commands.
    const { once, runOnClosedProject } = await import('../../shared/run-on-closed-project.ts');
    const outcome = await runOnClosedProject(
      services,
      row.id,
      once({ type: 'rename-project', name: name.value }),
    );
    if (outcome.ok) onClose();
    else problem.value = outcome.error.message;
  };
  return (
    <Dialog
      open
      title={strings.rename.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.rename.cancel}</Button>
          <Button variant="primary" type="submit" form="home-rename">
            {strings.rename.save}
          </Button>
        </>
      }
    >
      <form
        id="home-rename"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={strings.rename.label} {...(problem.value ? { error: problem.value } : {})}>
          <TextInput
            value={name.value}
            onChange={(value: string) => {
              name.value = value;
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
