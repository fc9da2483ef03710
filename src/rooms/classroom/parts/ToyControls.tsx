import type { RaceSource } from '../../../../workers/api.ts';
import { toys } from '../../../samples/toy/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import { formatShare } from '../../shared/format-number.ts';
import { FIRST_TOY, LIMITS } from '../scene/scene.ts';
import { strings } from '../strings.ts';
import { Slider } from './Slider.tsx';

type ToySource = Extract<RaceSource, { readonly kind: 'toy' }>;
type PlaneSource = Extract<RaceSource, { readonly kind: 'toy' | 'drawn' }>;

interface ToyControlsProps {
  readonly source: PlaneSource;
  readonly onChange: (source: PlaneSource) => void;
}

/** Which points, and what the model can draw between them. */
export function ToyControls({ source, onChange }: ToyControlsProps) {
  const words = strings.toy;
  const options = toys.map(({ id, label, hint }) => ({ value: id, label, hint }));
  const isDrawn = source.kind === 'drawn';
  return (
    <>
      <Field label={words.data}>
        <Select
          value={isDrawn ? 'drawn' : source.id}
          options={isDrawn ? [{ value: 'drawn', label: words.drawn }, ...options] : options}
          onChange={(id) => {
            if (id === 'drawn') return;
            const base = isDrawn ? { ...FIRST_TOY, model: source.model } : source;
            onChange({ ...base, id });
          }}
        />
      </Field>
      <Segmented
        label={words.model}
        value={source.model}
        options={[
          { value: 'straight', label: words.straight },
          { value: 'curved', label: words.curved },
        ]}
        onChange={(model) => onChange({ ...source, model: model as PlaneSource['model'] })}
      />
      {!isDrawn && <ToyNumbers source={source} onChange={onChange} />}
    </>
  );
}

interface ToyNumbersProps {
  readonly source: ToySource;
  readonly onChange: (source: ToySource) => void;
}

function ToyNumbers({ source, onChange }: ToyNumbersProps) {
  const words = strings.toy;
  return (
    <>
      <Slider
        label={words.points}
        value={source.count}
        {...LIMITS.count}
        step={20}
        onChange={(count) => onChange({ ...source, count })}
      />
      <Slider
        label={words.noise}
        hint={words.noiseHint}
        value={Math.round(100 * source.noise)}
        least={0}
        most={100}
        step={5}
        says={(value) => formatShare(value / 100)}
        onChange={(value) => onChange({ ...source, noise: value / 100 })}
      />
      <Field label={words.balance}>
        <Select
          value={String(source.balance)}
          options={balancesWith(source.balance)}
          onChange={(value) => onChange({ ...source, balance: Number(value) })}
        />
      </Field>
    </>
  );
}

/** A link may carry another weight than those on offer. */
function balancesWith(own: number) {
  const known = strings.toy.balances;
  const values = [...new Set([...Object.keys(known), String(own)])];
  return values.map((value) => ({ value, label: known[value] ?? formatShare(Number(value)) }));
}
