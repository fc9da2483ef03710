import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { Interval } from '../../../ui/Interval.tsx';
import { LineChart } from '../../../ui/LineChart.tsx';
import { percent } from '../../../ui/percent.ts';
import { type PromiseState, promiseState } from '../promise-state.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { workloadSaved } from '../workload.ts';

const { glance: words } = strings;
const CURVE_HEIGHT_PX = 200;

export function Glance({ services, session }: OversightProps) {
  const state = session.state.value;
  const { curve } = session.learner.value;
  const quality = curve.at(-1);
  const { decided, seconds } = workloadSaved(state);
  return (
    <section class="oversight-section" aria-labelledby="oversight-glance">
      <h2 id="oversight-glance">{words.title}</h2>
      <div class="oversight-cards">
        <Card title={words.quality}>
          {quality ? <Interval label={words.quality} {...quality} /> : <p>{words.noQuality}</p>}
        </Card>
        <Card title={words.promise}>
          <Promised {...promiseState(state)} />
        </Card>
        <Card title={words.level}>
          <p>{words.levels[state.level]}</p>
          <a href={services.router.href('trust', session.id)}>{strings.alarms.toTrust}</a>
        </Card>
        <Card title={words.saved}>
          <p>{words.decided(decided)}</p>
          <p class="oversight-quiet">
            {seconds === null ? words.noMinutes : words.minutes(seconds / 60)}
          </p>
        </Card>
      </div>
      <OverTime session={session} />
      <p class="oversight-quiet">
        {words.more} <a href={services.router.href('quality', session.id)}>{words.toQuality}</a>
      </p>
    </section>
  );
}

function Card({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <article class="oversight-card">
      <h3>{title}</h3>
      {children}
    </article>
  );
}

function Promised(promise: PromiseState) {
  if (promise.kind === 'none') return <p>{words.noPromise}</p>;
  const { promised } = promise;
  return (
    <>
      <p>{words.promised(percent(promised.mostWrong), percent(promised.certainty))}</p>
      {promise.kind === 'unchecked' ? (
        <p class="oversight-quiet">{words.unchecked}</p>
      ) : (
        <>
          <p>{words[promise.kind]}</p>
          <Interval label={words.wrong} {...promise.wrong} />
        </>
      )}
    </>
  );
}

/** Figures as they were measured at the time: the models of then are not kept. */
function OverTime({ session }: Pick<OversightProps, 'session'>) {
  const { curve } = session.learner.value;
  const series = useMemo(
    () => [
      {
        label: words.quality,
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
  if (curve.length < 2) return null;
  return (
    <>
      <h3>{words.curve}</h3>
      <div class="oversight-chart">
        <LineChart series={series} xLabel={words.x} yLabel={words.y} height={CURVE_HEIGHT_PX} />
      </div>
    </>
  );
}
