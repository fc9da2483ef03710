import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import {
  type JudgedThen,
  judgedSpotChecks,
  judgedThen,
} from '../../../domain/oversight/judged-then.ts';
import {
  MEASURES,
  type QualityStage,
  qualityOverTime,
  type StageMeasure,
  type StageQuery,
} from '../../../domain/oversight/quality-over-time.ts';
import type { ClassDefinition } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import { Field } from '../../../ui/Field.tsx';
import { LineChart } from '../../../ui/LineChart.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import { formatMoment } from '../../shared/format-time.ts';
import type { OversightProps } from '../props.ts';
import { sayFigure } from '../say.ts';
import { stageSeries } from '../stage-series.ts';
import { strings } from '../strings.ts';
import { Scrolled } from './Scrolled.tsx';

const { overTime: words } = strings;
const CHART_HEIGHT_PX = 220;
const ALL = '';
const SOURCES = ['audits', 'spots'] as const;
const RESTS = ['until', 'since'] as const satisfies readonly StageQuery['rests'][];

/** Each check with what the model of that moment said: read from the answers, nothing is kept beside them. */
export function OverTime({ session }: OversightProps) {
  const state = session.state.value;
  const source = useSignal<'audits' | 'spots'>('audits');
  const audits = useMemo(() => judgedThen(state), [state]);
  const spots = useMemo(() => judgedSpotChecks(state), [state]);
  const isSpots = source.value === 'spots' && spots.length > 0;
  const judged = isSpots ? spots : audits.judged;
  return (
    <section class="oversight-section" aria-labelledby="oversight-over-time">
      <h2 id="oversight-over-time">{words.title}</h2>
      <p class="oversight-quiet">{words.lead}</p>
      {spots.length > 0 && (
        <Segmented
          label={words.source}
          value={isSpots ? 'spots' : 'audits'}
          onChange={(next) => {
            source.value = next === 'spots' ? 'spots' : 'audits';
          }}
          options={SOURCES.map((value) => ({ value, label: words.sources[value] }))}
        />
      )}
      {isSpots && <p class="oversight-quiet">{words.spotLead}</p>}
      {judged.length === 0 && <p>{words.empty}</p>}
      {!isSpots && audits.unanswered > 0 && (
        <p class="oversight-quiet">{words.unanswered(audits.unanswered)}</p>
      )}
      {judged.length > 0 && <Judged judged={judged} classes={activeClasses(state.project)} />}
    </section>
  );
}

interface JudgedProps {
  readonly judged: readonly JudgedThen[];
  readonly classes: readonly ClassDefinition[];
}

function Judged({ judged, classes }: JudgedProps) {
  const chosen = useSignal<string>(ALL);
  const rests = useSignal<StageQuery['rests']>('until');
  const own = classes.find(({ id }) => id === chosen.value) ?? null;
  const stages = qualityOverTime(judged, { classId: own?.id ?? null, rests: rests.value });
  return (
    <>
      <div class="oversight-fields">
        <Field label={words.class}>
          <Select
            value={own?.id ?? ALL}
            onChange={(next) => {
              chosen.value = next;
            }}
            options={[
              { value: ALL, label: words.all },
              ...classes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <Field label={words.rests}>
          <Select
            value={rests.value}
            onChange={(next) => {
              rests.value = next === 'since' ? 'since' : 'until';
            }}
            options={RESTS.map((value) => ({ value, label: words.restsOn[value] }))}
          />
        </Field>
      </div>
      {own ? <OfClass stages={stages} own={own} /> : <Drawn stages={stages} shown="accuracy" />}
      <StageTable stages={stages} measures={own ? MEASURES : ['accuracy']} />
    </>
  );
}

interface OfClassProps {
  readonly stages: readonly QualityStage[];
  readonly own: ClassDefinition;
}

function OfClass({ stages, own }: OfClassProps) {
  const measure = useSignal<StageMeasure>('precision');
  return (
    <>
      <Segmented
        label={words.measure}
        value={measure.value}
        onChange={(next) => {
          measure.value = MEASURES.find((one) => one === next) ?? 'precision';
        }}
        options={MEASURES.map((value) => ({ value, label: words.measures[value] }))}
      />
      <p class="oversight-quiet">{words.means[measure.value](own.name)}</p>
      <Drawn stages={stages} shown={measure.value} />
    </>
  );
}

interface DrawnProps {
  readonly stages: readonly QualityStage[];
  readonly shown: StageMeasure;
}

function Drawn({ stages, shown }: DrawnProps) {
  const label = words.measures[shown];
  const series = [stageSeries(stages, shown, label)];
  if ((series[0]?.points.length ?? 0) < 2) return <p>{words.tooShort}</p>;
  return (
    <div class="oversight-chart">
      <LineChart
        key={shown}
        series={series}
        xLabel={words.x}
        yLabel={label}
        height={CHART_HEIGHT_PX}
      />
    </div>
  );
}

interface StageTableProps {
  readonly stages: readonly QualityStage[];
  readonly measures: readonly StageMeasure[];
}

/** All that is drawn, and what is not, in figures: newest first. */
function StageTable({ stages, measures }: StageTableProps) {
  return (
    <Scrolled label={words.table}>
      <table class="oversight-table">
        <thead>
          <tr>
            <th scope="col">{words.checks}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {words.measures[measure]}
              </th>
            ))}
            <th scope="col">{words.last}</th>
          </tr>
        </thead>
        <tbody>
          {[...stages].reverse().map(({ from, to, at, figures }) => (
            <tr key={to}>
              <th scope="row">{words.range(from, to)}</th>
              {measures.map((measure) => (
                <td key={measure}>{sayFigure(figures[measure])}</td>
              ))}
              <td>{formatMoment(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
