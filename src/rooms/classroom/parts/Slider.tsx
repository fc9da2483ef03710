import { useId } from 'preact/hooks';

export interface SliderProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** The value in words. */
  readonly says?: (value: number) => string;
  readonly onChange: (value: number) => void;
}

export function Slider({ label, hint, value, least, most, step = 1, says, onChange }: SliderProps) {
  const id = useId();
  const words = says ? says(value) : String(value);
  return (
    <div class="slider">
      <label for={id}>
        {label} <output for={id}>{words}</output>
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={words}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      {hint && (
        <p class="slider-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
