import type { ThresholdPoint, TrustReport } from '../../../../workers/api.ts';
import { secondsPerAnswer } from '../../../domain/state.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import { Interval } from '../../../ui/Interval.tsx';
import { percent } from '../../../ui/percent.ts';
import { formatHours } from '../format-hours.ts';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';

const { accept: words } = strings;

/** What the settings as they stand would do to the open items. */
export function Consequence({ session, report }: ReportProps) {
  const { accept, review, escalate } = report.routes;
  const { promise } = report;
  const wrong =
    promise?.kind === 'kept' && accept > 0
      ? report.curve.findLast(({ threshold }) => threshold <= promise.threshold)?.wrong
      : null;
  return (
    <div class="trust-consequence">
      <Decides session={session} accepted={accept} pool={report.poolSize} />
      {wrong && <Interval {...wrong} label={words.wrong} />}
      <p>{words.rest(review, escalate)}</p>
      <p class="trust-quiet">{words.rulesApart}</p>
    </div>
  );
}

interface AtPointProps {
  readonly session: ProjectSession;
  readonly report: TrustReport;
  readonly point: ThresholdPoint | null;
}

/** The same for one threshold of the curve, while the slider moves. */
export function AtPoint({ session, report, point }: AtPointProps) {
  if (!point) return null;
  return (
    <div class="trust-consequence">
      <Decides session={session} accepted={point.accepted} pool={report.poolSize} />
      {point.wrong ? (
        <Interval {...point.wrong} label={words.wrong} />
      ) : (
        <p class="trust-quiet">{words.noWrong}</p>
      )}
      <p class="trust-quiet">{words.rulesApart}</p>
    </div>
  );
}

interface DecidesProps {
  readonly session: ProjectSession;
  readonly accepted: number;
  readonly pool: number;
}

function Decides({ session, accepted, pool }: DecidesProps) {
  const seconds = secondsPerAnswer(session.state.value);
  return (
    <p class="trust-decides">
      {words.consequence(accepted, pool, percent(pool === 0 ? 0 : accepted / pool))}{' '}
      {seconds !== null && accepted > 0 && words.saved(formatHours(accepted * seconds))}
    </p>
  );
}
