import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { isMissing } from '../missing.ts';
import type { ColumnOverview } from '../overview.ts';
import { numberIn } from './cell-facts.ts';
import { cellOfNumber, sliderOf } from './slider.ts';
import { strings } from './strings.ts';

export interface CellControlProps {
  readonly name: string;
  readonly cell: string;
  readonly original: string;
  readonly column: ColumnOverview | undefined;
  readonly onChange: (cell: string) => void;
}

/** What changes one cell: by the type of its column. */
export function CellControl(props: CellControlProps) {
  const { name, cell, column, onChange } = props;
  if (column?.kind === 'category') return <LevelControl {...props} column={column} />;
  if (column?.kind === 'text')
    return (
      <Field label={name}>
        <TextArea value={cell} rows={3} dir="auto" onChange={onChange} />
      </Field>
    );
  return (
    <div class="table-number">
      <Field label={name}>
        <TextInput
          value={cell}
          placeholder={strings.missing}
          autocomplete="off"
          dir="auto"
          onChange={onChange}
        />
      </Field>
      {column?.kind === 'number' && <Slider {...props} column={column} />}
    </div>
  );
}

interface KnownProps extends CellControlProps {
  readonly column: ColumnOverview;
}

function Slider({ name, cell, column, onChange }: KnownProps) {
  const slider = sliderOf(column);
  if (!slider) return null;
  const value = numberIn(cell, column);
  return (
    <input
      type="range"
      class="table-slider"
      aria-label={strings.slider(name)}
      aria-valuetext={isMissing(cell) ? strings.missing : cell}
      min={slider.least}
      max={slider.most}
      step={slider.step}
      value={Number.isFinite(value) ? value : slider.middle}
      onInput={(event) => onChange(cellOfNumber(Number(event.currentTarget.value), column, slider))}
    />
  );
}

function LevelControl({ name, cell, original, column, onChange }: KnownProps) {
  const levels = column.examples;
  // What the row has stays a choice, however rare.
  const own = [original, cell].filter((one) => !isMissing(one) && !levels.includes(one.trim()));
  const options = [
    { value: '', label: strings.missing },
    ...[...new Set(own)].map((level) => ({ value: level, label: strings.other(level) })),
    ...levels.map((level) => ({ value: level, label: level })),
  ];
  return (
    <Field label={name}>
      <Select value={isMissing(cell) ? '' : cell.trim()} options={options} onChange={onChange} />
    </Field>
  );
}
