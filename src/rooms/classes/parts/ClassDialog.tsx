import { useSignal } from '@preact/signals';
import { defineClass } from '../../../domain/classes.ts';
import type { Command } from '../../../domain/commands/index.ts';
import type { ClassDefinition, ClassId } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import { type ClassForm, formProblems, toDefinition, toForm, toPatch } from '../class-form.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ClassFields } from './ClassFields.tsx';

interface ClassDialogProps extends ClassesProps {
  /** The class to edit, or null to add one. */
  readonly definition: ClassDefinition | null;
  readonly onClose: () => void;
}

const FORM_ID = 'classes-form';

export function ClassDialog({ services, session, definition, onClose }: ClassDialogProps) {
  const { classes } = session.project.value;
  const start = definition ?? defineClass({ id: '' as ClassId, name: '' }, classes);
  const form = useSignal(toForm(start));
  const refusal = useSignal<string | null>(null);
  const problems = formProblems(form.value, classes, start.id);
  const save = async (): Promise<void> => {
    const command = toCommand(form.value, definition, services.ids.next);
    if (command === null) return onClose();
    const name = form.value.name.trim();
    const said = definition === null ? strings.said.added(name) : strings.said.changed(name);
    refusal.value = await runWithUndo({ services, session, command, said });
    if (refusal.value === null) onClose();
  };
  return (
    <Dialog
      open
      title={definition === null ? strings.edit.addTitle : strings.edit.title(definition.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.edit.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            form={FORM_ID}
            disabled={problems.name !== null || problems.key !== null}
          >
            {definition === null ? strings.edit.add : strings.edit.save}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        class="classes-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ClassFields form={form} problems={problems} isNew={definition === null} />
        {refusal.value !== null && <Notice tone="bad">{refusal.value}</Notice>}
      </form>
    </Dialog>
  );
}

/** Null when nothing changed. */
function toCommand(
  form: ClassForm,
  before: ClassDefinition | null,
  newId: () => string,
): Command | null {
  if (before === null) {
    return { type: 'add-class', definition: toDefinition(form, newId() as ClassId) };
  }
  const patch = toPatch(form, before);
  return patch === null ? null : { type: 'change-class', classId: before.id, patch };
}
