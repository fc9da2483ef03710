import type { TextareaHTMLAttributes } from 'preact';
import './field.css';

export interface TextAreaProps
  extends Omit<TextareaHTMLAttributes, 'value' | 'onChange' | 'class' | 'className'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextArea({ value, onChange, ...native }: TextAreaProps) {
  return (
    <textarea
      rows={4}
      {...native}
      class="input"
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
