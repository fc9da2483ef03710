import type { SelectHTMLAttributes } from 'preact';
import './field.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps
  extends Omit<
    SelectHTMLAttributes,
    'value' | 'onChange' | 'class' | 'className' | 'role' | 'type'
  > {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}

export function Select({ value, onChange, options, ...native }: SelectProps) {
  return (
    <select
      {...(native as object)}
      class="input"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} title={option.hint}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
