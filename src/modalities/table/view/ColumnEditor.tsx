import type { ColumnSpec } from '../../../domain/records.ts';
import type { ColumnOverview, NumberOverview } from '../overview.ts';
import { numberIn } from './place.ts';
import { decimalsOf, writeNumber } from './slider.ts';
import { strings } from './strings.ts';

export interface ColumnEditorProps {
  readonly spec: ColumnSpec;
  readonly column: ColumnOverview | undefined;
  readonly original: string;
  readonly cell: string;
  readonly onChange: (cell: string) => void;
  readonly onLock: (isLocked: boolean) => void;
}

export function ColumnEditor(props: ColumnEditorProps) {
  const { spec, column, original, cell, onLock } = props;
  const isChanged = cell !== original;
  return (
    <div class="table-edit" data-changed={isChanged}>
      <span class="table-edit-name" dir="auto">
        {spec.name}
      </span>
      <span class="table-edit-control">
        {column?.kind === 'category' ? (
          <LevelSelect {...props} levels={levelsOf(props)} />
        ) : (
          <Typed {...props} />
        )}
        {column?.kind === 'number' && <Slider {...props} column={column} />}
      </span>
      <span class="table-edit-was">
        {isChanged && strings.original(original === '' ? strings.missing : original)}
      </span>
      <label class="table-lock">
        <input
          type="checkbox"
          checked={spec.isLocked ?? false}
          aria-label={strings.lock(spec.name)}
          onChange={(event) => onLock(event.currentTarget.checked)}
        />
        <span aria-hidden="true">{strings.locked}</span>
      </label>
    </div>
  );
}

function Typed({ spec, cell, onChange }: ColumnEditorProps) {
  return (
    <input
      class="table-input"
      value={cell}
      dir="auto"
      inputMode={spec.type === 'number' ? 'decimal' : 'text'}
      placeholder={strings.missing}
      aria-label={strings.valueOf(spec.name)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function levelsOf({ column, original, cell }: ColumnEditorProps): readonly string[] {
  const known = column?.kind === 'category' ? column.levels.map(({ level }) => level) : [];
  return [...new Set(['', original, cell, ...known])];
}

function LevelSelect({
  spec,
  cell,
  onChange,
  levels,
}: ColumnEditorProps & { readonly levels: readonly string[] }) {
  return (
    <select
      class="table-input"
      value={cell}
      aria-label={strings.valueOf(spec.name)}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {levels.map((level) => (
        <option key={level} value={level}>
          {level === '' ? strings.missing : level}
        </option>
      ))}
    </select>
  );
}

/** From the least to the most that occurs, in steps as fine as the cells are written. */
function Slider({
  spec,
  column,
  cell,
  onChange,
}: ColumnEditorProps & { readonly column: NumberOverview }) {
  const [least, most] = [column.quantiles[0] as number, column.quantiles[6] as number];
  const value = numberIn(cell, column);
  const decimals = decimalsOf(column.examples, column.mark);
  return (
    <input
      type="range"
      class="table-slider"
      min={least}
      max={most}
      step={10 ** -decimals}
      value={Number.isFinite(value) ? value : least}
      aria-label={strings.sliderOf(spec.name)}
      aria-valuetext={cell === '' ? strings.missing : cell}
      onInput={(event) =>
        onChange(writeNumber(event.currentTarget.valueAsNumber, decimals, column.mark))
      }
    />
  );
}
