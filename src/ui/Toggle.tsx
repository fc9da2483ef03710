import type { CheckboxProps } from './Checkbox.tsx';
import './field.css';

/** A checkbox that acts at once: said as a switch. */
export function Toggle({ value, onChange, label, children, ...native }: CheckboxProps) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        role="switch"
        {...native}
        checked={value}
        aria-checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label ?? children}</span>
    </label>
  );
}
