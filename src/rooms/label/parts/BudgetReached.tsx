import { useSignal } from '@preact/signals';
import { type BudgetLeft, extendedBudget } from '../../../domain/budget.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

interface BudgetReachedProps extends DeskProps {
  readonly budget: BudgetLeft;
}

/** What was agreed on is done: the result, and a way to go on. Nothing is locked. */
export function BudgetReached({ services, session, budget }: BudgetReachedProps) {
  const isBusy = useSignal(false);
  const quality = session.learner.value.curve.at(-1);
  const { currency = '' } = session.project.value.settings.costs ?? {};
  const more = extendedBudget(budget);
  const goOn = async (): Promise<void> => {
    isBusy.value = true;
    const outcome = await session.run({ type: 'change-settings', patch: { budget: more } });
    isBusy.value = false;
    if (!outcome.ok) services.notify({ tone: 'bad', text: outcome.error.message });
  };
  const step = { kind: more.kind, amount: more.amount - budget.used, currency };
  return (
    <EmptyState
      title={strings.budget.reached}
      actions={
        <>
          <Button variant="primary" onClick={() => services.router.go('quality', session.id)}>
            {strings.budget.results}
          </Button>
          <Button busy={isBusy.value} onClick={() => void goOn()}>
            {strings.budget.goOn(step)}
          </Button>
        </>
      }
    >
      <p>{strings.budget.words({ ...budget, currency })}</p>
      {quality ? (
        <Interval
          value={quality.value}
          low={quality.low}
          high={quality.high}
          n={quality.n}
          label={strings.quality.measure}
        />
      ) : (
        <p>{strings.quality.none}</p>
      )}
    </EmptyState>
  );
}
