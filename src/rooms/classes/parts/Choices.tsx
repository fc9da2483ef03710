import { useId } from 'preact/hooks';

interface ChoicesProps {
  readonly label: string;
  /** The label is for those who cannot see that it stands above already. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint: string;
  }[];
  readonly onChange: (value: string) => void;
}

/** Radio buttons, each with the sentence that makes the choice possible. */
export function Choices({ label, isLabelHidden, hint, value, options, onChange }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset class="classes-choices" aria-describedby={hint === undefined ? undefined : `${id}-h`}>
      <legend class={isLabelHidden ? 'visually-hidden' : undefined}>{label}</legend>
      {hint !== undefined && (
        <p id={`${id}-h`} class="classes-quiet">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            <span class="classes-quiet">{option.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
