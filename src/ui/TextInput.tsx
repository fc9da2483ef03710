import type { InputHTMLAttributes } from 'preact';
import './field.css';

export interface TextInputProps
  extends Omit<
    InputHTMLAttributes,
    'value' | 'onChange' | 'class' | 'className' | 'role' | 'type'
  > {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextInput({ value, onChange, ...native }: TextInputProps) {
  return (
    <input
      type="text"
      autocomplete="off"
      {...(native as object)}
      class="input"
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
