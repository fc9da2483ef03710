import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { strings } from '../strings.ts';

const { settle: words } = strings;

/** Chosen or free; kept in the log with the decision. */
export function ReasonField({ reason }: { readonly reason: Signal<string> }) {
  const id = useId();
  return (
    <div class="decide-reason">
      <p id={id}>{words.reason}</p>
      <fieldset class="decide-row" aria-labelledby={id}>
        {words.reasons.map((text) => (
          <button
            key={text}
            type="button"
            class="class-chip"
            aria-pressed={reason.value === text}
            onClick={() => {
              reason.value = reason.value === text ? '' : text;
            }}
          >
            {text}
          </button>
        ))}
      </fieldset>
      <Field label={words.own}>
        <TextInput
          value={reason.value}
          onChange={(next) => {
            reason.value = next;
          }}
        />
      </Field>
    </div>
  );
}
