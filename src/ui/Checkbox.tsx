import type { ComponentChildren } from 'preact';
import './field.css';

export interface CheckboxProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly label?: string;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly children?: ComponentChildren;
}

export function Checkbox({ value, onChange, label, children, ...native }: CheckboxProps) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        {...native}
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label ?? children}</span>
    </label>
  );
}
