import type { ThresholdPoint, TrustReport } from '../../../../workers/api.ts';
import { proportion } from '../../../domain/evaluation/wilson.ts';
import type { QualityFigure } from '../../../domain/records.ts';
import { secondsPerAnswer } from '../../../domain/state.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import { Interval } from '../../../ui/Interval.tsx';
import { percent } from '../../../ui/percent.ts';
import { formatHours } from '../format-hours.ts';
import { pointAt } from '../point-at.ts';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';

const { accept: words } = strings;

/** What the settings as they stand would do to the open items. */
export function Consequence({ session, report, routing }: ReportProps) {
  const { accept, review, escalate } = report.routes;
  const wrong = accept > 0 ? wrongAmong(report, routing) : null;
  return (
    <div class="trust-consequence">
      <Decides session={session} accepted={accept} pool={report.poolSize} />
      {wrong && <Interval {...wrong} label={words.wrong} />}
      <p>{words.rest(review, escalate)}</p>
      <p class="trust-quiet">{words.rulesApart}</p>
    </div>
  );
}

/** Of the checks above the threshold in use; null where each class has its own, or none is above. */
function wrongAmong(
  { promise, curve }: ReportProps['report'],
  { accept }: ReportProps['routing'],
): QualityFigure | null {
  if (promise?.kind === 'kept') return proportion(promise.wrong, promise.accepted);
  if (accept.kind === 'promise' || Object.keys(accept.perClass).length > 0) return null;
  return pointAt(curve, accept.fallback)?.wrong ?? null;
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
