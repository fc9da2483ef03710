import { useSignal } from '@preact/signals';
import type { ClassDefinition, ClassId } from '../../../domain/records.ts';
import { activeClasses, classCounts } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

interface MergeDialogProps extends ClassesProps {
  readonly from: ClassDefinition;
  readonly onClose: () => void;
}

export function MergeDialog({ services, session, from, onClose }: MergeDialogProps) {
  const chosen = useSignal<string>('');
  const refusal = useSignal<string | null>(null);
  const state = session.state.value;
  const others = activeClasses(state.project).filter((one) => one.id !== from.id);
  const into = others.find((one) => one.id === chosen.value) ?? null;
  const merge = async (to: ClassDefinition): Promise<void> => {
    refusal.value = await runWithUndo({
      services,
      session,
      command: { type: 'merge-classes', from: from.id, into: to.id },
      said: strings.said.merged(from.name, to.name),
    });
    if (refusal.value === null) onClose();
  };
  return (
    <Dialog
      open
      title={strings.merge.title(from.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.merge.cancel}</Button>
          <Button
            variant="primary"
            disabled={into === null}
            onClick={() => into !== null && void merge(into)}
          >
            {strings.merge.go}
          </Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p>{strings.merge.alone}</p>
      ) : (
        <Field label={strings.merge.into}>
          <Select
            value={chosen.value}
            options={[
              { value: '', label: strings.merge.choose },
              ...others.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
            onChange={(value: string) => {
              chosen.value = value as ClassId;
            }}
          />
        </Field>
      )}
      <p>
        {into === null
          ? strings.merge.pick
          : strings.merge.what(from.name, into.name, classCounts(state).get(from.id) ?? 0)}
      </p>
      {refusal.value !== null && <Notice tone="bad">{refusal.value}</Notice>}
    </Dialog>
  );
}
