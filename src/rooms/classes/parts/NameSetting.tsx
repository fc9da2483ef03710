import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

export function NameSetting({ services, session }: ClassesProps) {
  const stored = session.project.value.name;
  const name = useSignal(stored);
  const refusal = useSignal<string | null>(null);
  useEffect(() => {
    name.value = stored;
  }, [stored, name]);
  const rename = async (): Promise<void> => {
    refusal.value = await runWithUndo({
      services,
      session,
      command: { type: 'rename-project', name: name.value },
      said: strings.said.renamed(name.value.trim()),
    });
  };
  return (
    <form
      class="classes-name"
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <Field
        label={strings.settings.name}
        {...(refusal.value === null ? {} : { error: refusal.value })}
      >
        <TextInput
          value={name.value}
          onChange={(value: string) => {
            name.value = value;
          }}
        />
      </Field>
      <Button type="submit" disabled={name.value.trim() === stored}>
        {strings.settings.rename}
      </Button>
    </form>
  );
}
