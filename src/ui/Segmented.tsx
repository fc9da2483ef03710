import { useId } from 'preact/hooks';
import type { Option } from './Select.tsx';
import './field.css';

export interface SegmentedProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  readonly label?: string;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
}

/** One of a few, all visible: radio buttons in a row. */
export function Segmented({ value, onChange, options, label, id, ...rest }: SegmentedProps) {
  const name = useId();
  return (
    <div
      class="segmented"
      role="radiogroup"
      id={id}
      aria-label={label}
      aria-describedby={rest['aria-describedby']}
    >
      {options.map((option) => (
        <label key={option.value} title={option.hint}>
          <input
            class="visually-hidden"
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
