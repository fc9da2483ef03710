import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Costs } from '../../../domain/records.ts';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { AmountField } from './AmountField.tsx';

const NONE: Costs = { perHour: null, perError: null, currency: '' };
const CURRENCY_LENGTH = 8;
const isCost = (amount: number | null): boolean => amount === null || amount >= 0;

export function CostsSetting({ services, session }: ClassesProps) {
  const costs = session.project.value.settings.costs ?? NONE;
  const words = strings.settings.costs;
  const store = (patch: Partial<Costs>): void =>
    void changeSettings({ services, session }, { costs: { ...costs, ...patch } });
  return (
    <fieldset class="classes-amounts">
      <legend>{words.title}</legend>
      <AmountField
        label={words.perHour}
        hint={words.perHourHint}
        wrong={words.notNumber}
        value={costs.perHour}
        isAllowed={isCost}
        onChange={(perHour) => store({ perHour })}
      />
      <AmountField
        label={words.perError}
        hint={words.perErrorHint}
        wrong={words.notNumber}
        value={costs.perError}
        isAllowed={isCost}
        onChange={(perError) => store({ perError })}
      />
      <Currency value={costs.currency} onChange={(currency) => store({ currency })} />
    </fieldset>
  );
}

interface CurrencyProps {
  readonly value: string;
  readonly onChange: (currency: string) => void;
}

function Currency({ value, onChange }: CurrencyProps) {
  const text = useSignal(value);
  useEffect(() => {
    text.value = value;
  }, [value, text]);
  const store = (): void => {
    const next = text.value.trim();
    if (next !== value) onChange(next);
  };
  return (
    <Field label={strings.settings.costs.currency} hint={strings.settings.costs.currencyHint}>
      <TextInput
        value={text.value}
        maxLength={CURRENCY_LENGTH}
        onChange={(next) => {
          text.value = next;
        }}
        onBlur={store}
        onKeyDown={(event) => {
          if (event.key === 'Enter') store();
        }}
      />
    </Field>
  );
}
