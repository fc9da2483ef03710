import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { strings } from '../strings.ts';

interface NameDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly start: string;
  readonly go: string;
  /** Null when done, else the reason in plain words. */
  readonly onGo: (name: string) => Promise<string | null>;
  readonly onClose: () => void;
}

const FORM_ID = 'models-name';

export function NameDialog({ title, hint, start, go, onGo, onClose }: NameDialogProps) {
  const name = useSignal(start);
  const isBusy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const run = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      problem.value = await onGo(name.value);
      if (problem.value === null) onClose();
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.save.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            form={FORM_ID}
            busy={isBusy.value}
            disabled={name.value.trim() === ''}
          >
            {go}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Field
          label={strings.save.name}
          {...(hint === undefined ? {} : { hint })}
          {...(problem.value === null ? {} : { error: problem.value })}
        >
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
