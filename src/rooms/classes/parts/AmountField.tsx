import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { readAmount } from '../read-amount.ts';

interface AmountFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is said of text that is no such number. */
  readonly wrong: string;
  readonly value: number | null;
  readonly isAllowed: (amount: number | null) => boolean;
  readonly onChange: (amount: number | null) => void;
}

/** A number that is stored when the field is left or Enter is pressed, if it is one. */
export function AmountField(props: AmountFieldProps) {
  const { label, hint, wrong, value, isAllowed, onChange } = props;
  const standing = value === null ? '' : String(value);
  const text = useSignal(standing);
  useEffect(() => {
    text.value = standing;
  }, [standing, text]);
  const amount = readAmount(text.value);
  const isWrong = Number.isNaN(amount) || !isAllowed(amount);
  const store = (): void => {
    if (!isWrong && amount !== value) onChange(amount);
  };
  return (
    <Field label={label} hint={hint} error={isWrong ? wrong : null}>
      <TextInput
        value={text.value}
        inputMode="decimal"
        onChange={(next) => {
          text.value = next;
        }}
        onBlur={store}
        onKeyDown={(event) => {
          if (event.key === 'Enter') store();
        }}
      />
    </Field>
  );
}
