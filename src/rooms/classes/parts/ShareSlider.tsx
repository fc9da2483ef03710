import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { strings } from '../strings.ts';

interface ShareSliderProps {
  readonly label: string;
  /** In [0, 1]. */
  readonly share: number;
  readonly maxPercent: number;
  readonly stepPercent: number;
  readonly hint: (share: number) => string;
  readonly onChange: (share: number) => void;
}

/** Moves freely while dragged; one change when let go. */
export function ShareSlider(props: ShareSliderProps) {
  const { label, share: standing, maxPercent, stepPercent, hint, onChange } = props;
  const id = useId();
  const percent = useSignal(Math.round(standing * 100));
  useEffect(() => {
    percent.value = Math.round(standing * 100);
  }, [standing, percent]);
  const share = percent.value / 100;
  return (
    <div class="classes-audit">
      <label for={id}>{label}</label>
      <div class="classes-slider">
        <input
          id={id}
          type="range"
          min={0}
          max={maxPercent}
          step={stepPercent}
          value={percent.value}
          aria-describedby={`${id}-hint`}
          aria-valuetext={strings.settings.auditValue(share)}
          onInput={(event) => {
            percent.value = event.currentTarget.valueAsNumber;
          }}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber / 100)}
        />
        <output for={id}>{strings.settings.auditValue(share)}</output>
      </div>
      <p id={`${id}-hint`} class="classes-quiet">
        {hint(share)}
      </p>
    </div>
  );
}
