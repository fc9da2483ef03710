import type { BrowseFilter } from '../../../domain/browse/filter.ts';
import { strings } from '../strings.ts';

export interface BandProps {
  readonly filter: BrowseFilter;
  readonly change: (patch: Partial<BrowseFilter>) => void;
}

/** From how many per cent to how many the model believes in its answer. */
export function Band({ filter: { low, high }, change }: BandProps) {
  const end = (label: string, value: number, take: (next: number) => Partial<BrowseFilter>) => (
    <input
      class="input"
      type="number"
      inputMode="numeric"
      min={0}
      max={100}
      step={1}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const next = Number.parseInt(event.currentTarget.value, 10);
        if (Number.isNaN(next)) event.currentTarget.value = String(value);
        else change(take(Math.min(100, Math.max(0, next))));
      }}
    />
  );
  return (
    <fieldset class="browse-band">
      <legend class="field-label">{strings.filter.band}</legend>
      {end(strings.filter.low, low, (next) => ({ low: next, high: Math.max(next, high) }))}
      <span aria-hidden="true">–</span>
      {end(strings.filter.high, high, (next) => ({ high: next, low: Math.min(next, low) }))}
      <span aria-hidden="true">%</span>
    </fieldset>
  );
}
