import type { Signal } from '@preact/signals';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { ColourPicker } from '../../shared/ColourPicker.tsx';
import { KeyInput } from '../../shared/KeyInput.tsx';
import type { ClassForm, FormProblems } from '../class-form.ts';
import { strings } from '../strings.ts';

interface ClassFieldsProps {
  readonly form: Signal<ClassForm>;
  readonly problems: FormProblems;
  readonly isNew: boolean;
}

export function ClassFields({ form, problems, isNew }: ClassFieldsProps) {
  const { name, colour, key } = form.value;
  const change = (patch: Partial<ClassForm>): void => {
    form.value = { ...form.value, ...patch };
  };
  // An untouched empty name is not yet a mistake.
  const nameError = isNew && name === '' ? null : problems.name;
  return (
    <>
      <div class="classes-form-first">
        <ColourPicker
          label={strings.edit.colour}
          letter={name.slice(0, 1)}
          value={colour}
          onChange={(next) => change({ colour: next })}
        />
        <Field label={strings.edit.name} {...(nameError === null ? {} : { error: nameError })}>
          <TextInput value={name} onChange={(next: string) => change({ name: next })} />
        </Field>
        <div class="classes-form-key">
          <span aria-hidden="true">{strings.edit.key}</span>
          <KeyInput
            label={strings.edit.key}
            value={key}
            onChange={(next) => change({ key: next })}
          />
        </div>
      </div>
      {problems.key === null ? (
        <p class="classes-quiet">{strings.edit.keyHint}</p>
      ) : (
        <p class="classes-error" role="alert">
          {problems.key}
        </p>
      )}
      <LongFields form={form.value} onChange={change} />
    </>
  );
}

interface LongFieldsProps {
  readonly form: ClassForm;
  readonly onChange: (patch: Partial<ClassForm>) => void;
}

function LongFields({ form, onChange }: LongFieldsProps) {
  return (
    <>
      <Field label={strings.edit.description} hint={strings.edit.descriptionHint}>
        <TextArea
          value={form.description}
          rows={2}
          onChange={(description: string) => onChange({ description })}
        />
      </Field>
      <Field label={strings.edit.good} hint={strings.edit.goodHint}>
        <TextArea value={form.good} rows={3} onChange={(good: string) => onChange({ good })} />
      </Field>
      <Field label={strings.edit.bad} hint={strings.edit.badHint}>
        <TextArea value={form.bad} rows={3} onChange={(bad: string) => onChange({ bad })} />
      </Field>
    </>
  );
}
