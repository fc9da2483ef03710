import type { Budget } from '../../../domain/records.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { AmountField } from './AmountField.tsx';

type Choice = 'none' | Budget['kind'];

/** What a new budget starts with. */
const FIRST: Readonly<Record<Budget['kind'], number>> = { answers: 200, minutes: 60, money: 50 };

export function BudgetSetting({ services, session }: ClassesProps) {
  const { budget = null, costs } = session.project.value.settings;
  const words = strings.settings.budget;
  const isPriced = (costs?.perHour ?? 0) > 0;
  const kinds: readonly Choice[] = ['none', 'answers', 'minutes', ...(isPriced ? MONEY : [])];
  const store = (next: Budget | null): void =>
    void changeSettings({ services, session }, { budget: next });
  return (
    <fieldset class="classes-amounts">
      <legend>{words.title}</legend>
      <Field label={words.kind} hint={isPriced ? undefined : words.needsPrice}>
        <Select
          value={budget?.kind ?? 'none'}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => {
            const kind = value as Choice;
            store(kind === 'none' ? null : { kind, amount: FIRST[kind] });
          }}
        />
      </Field>
      {budget && (
        <AmountField
          label={budget.kind === 'money' ? words.amountMoney : words.amount}
          hint={words.hint}
          wrong={words.notNumber}
          value={budget.amount}
          isAllowed={(amount) => amount !== null && amount > 0}
          onChange={(amount) => {
            if (amount !== null) store({ kind: budget.kind, amount });
          }}
        />
      )}
    </fieldset>
  );
}

const MONEY: readonly Choice[] = ['money'];
