import { budgetLeft } from '../../../domain/budget.ts';
import { progress } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { strings } from '../strings.ts';
import { BudgetReached } from './BudgetReached.tsx';
import type { DeskProps } from './props.ts';

/** No item on show: the learner is on its way, the budget is used up, or everything is done. */
export function Waiting({ services, session, desk }: DeskProps) {
  const status = session.learner.value;
  const { answered } = progress(session.state.value);
  const isDone = status.phase === 'ready' && status.poolSize === 0 && answered > 0;
  if (isDone) {
    const toData = (): void => services.router.go('data', session.id);
    return (
      <EmptyState
        title={strings.done.title}
        actions={<Button onClick={toData}>{strings.done.data}</Button>}
      >
        {strings.done.words}
      </EmptyState>
    );
  }
  const budget = budgetLeft(session.state.value);
  if (budget?.isReached)
    return <BudgetReached services={services} session={session} desk={desk} budget={budget} />;
  if (status.phase === 'failed') {
    return (
      <EmptyState
        title={strings.learner.failed}
        actions={
          <Button onClick={() => void session.restartLearner()}>{strings.learner.restart}</Button>
        }
      >
        {status.message}
      </EmptyState>
    );
  }
  const isEncoding = status.phase === 'encoding';
  return (
    <EmptyState title={strings.wait.title}>
      {isEncoding ? (
        <Progress value={status.progress} label={strings.wait.encoding} />
      ) : (
        <Spinner label={strings.wait.words} />
      )}
    </EmptyState>
  );
}
