import { useMemo } from 'preact/hooks';
import { budgetLeft } from '../../../domain/budget.ts';
import { progress, sessionOf } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { LineChart } from '../../../ui/LineChart.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { sayLearner, sayScoring } from '../sentences.ts';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

/** How far one has come, how good the model is, and what the learner is doing. */
export function Side({ session, desk }: DeskProps) {
  const state = session.state.value;
  const { answered } = progress(state);
  const total = session.itemCount.value;
  const { answers, secondsPerAnswer } = sessionOf(state, desk.begunAt);
  const status = session.learner.value;
  const scoring = sayScoring(status);
  const budget = budgetLeft(state);
  const { currency = '' } = state.project.settings.costs ?? {};
  return (
    <>
      <section class="side">
        <h2>{strings.progress.title}</h2>
        <Progress
          value={total === 0 ? 0 : answered / total}
          label={strings.progress.of(answered, total)}
        />
        <p class="side-quiet">
          {strings.progress.session(answers)}
          {secondsPerAnswer !== null &&
            `, ${strings.progress.seconds(secondsPerAnswer.toFixed(1))}`}
        </p>
        {budget && <p class="side-quiet">{strings.budget.left({ ...budget, currency })}</p>}
      </section>
      <Quality session={session} />
      <section class="side">
        <p class="side-quiet" role="status">
          {sayLearner(status)}
        </p>
        {scoring !== null && <p class="side-quiet">{scoring}</p>}
        {status.phase === 'encoding' && (
          <Progress value={status.progress} label={strings.learner.encoding} />
        )}
        {status.phase === 'failed' && (
          <Button onClick={() => void session.restartLearner()}>{strings.learner.restart}</Button>
        )}
      </section>
    </>
  );
}

function Quality({ session }: Pick<DeskProps, 'session'>) {
  const { curve } = session.learner.value;
  const now = curve.at(-1);
  const series = useMemo(
    () => [
      {
        label: strings.quality.right,
        points: curve.map(({ labels, value, low, high, n }) => ({
          x: labels,
          y: value,
          low,
          high,
          n,
        })),
      },
    ],
    [curve],
  );
  const isOff = session.project.value.settings.auditShare === 0;
  return (
    <section class="side">
      <h2>{strings.quality.title}</h2>
      {now ? (
        <Interval
          value={now.value}
          low={now.low}
          high={now.high}
          n={now.n}
          label={strings.quality.measure}
        />
      ) : (
        <p class="side-quiet">{isOff ? strings.quality.off : strings.quality.none}</p>
      )}
      {curve.length > 1 && (
        <LineChart
          series={series}
          xLabel={strings.quality.labels}
          yLabel={strings.quality.right}
          height={150}
        />
      )}
    </section>
  );
}
