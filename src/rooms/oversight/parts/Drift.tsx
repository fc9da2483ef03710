import { useSignal } from '@preact/signals';
import type { DriftQuery, DriftReport } from '../../../../workers/api.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { messageOf } from '../../shared/message-of.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Crowds } from './Crowds.tsx';
import { DriftTable } from './DriftTable.tsx';
import { DriftWindows } from './DriftWindows.tsx';
import { Moved } from './Moved.tsx';
import { Predictions } from './Predictions.tsx';

const { drift: words } = strings;

export function Drift(props: OversightProps) {
  const { services, session, seen } = props;
  const query = useSignal<DriftQuery | null>(null);
  const isBusy = useSignal(false);
  const compare = async (wanted: DriftQuery): Promise<void> => {
    isBusy.value = true;
    try {
      const outcome = await session.learnerClient.drift(wanted);
      if (!outcome.ok) throw new Error(outcome.error.message);
      query.value = wanted;
      seen.drift.value = outcome.value;
    } catch (error) {
      services.notify({ tone: 'bad', text: strings.failed(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <section class="oversight-section" aria-labelledby="oversight-drift">
      <h2 id="oversight-drift" tabIndex={-1}>
        {words.title}
      </h2>
      <p class="oversight-quiet">{words.lead(words.level)}</p>
      <DriftWindows
        {...props}
        isBusy={isBusy.value}
        isFirst={seen.drift.value === null}
        onCompare={(next) => void compare(next)}
      />
      {seen.drift.value && query.value && (
        <Compared {...props} report={seen.drift.value} query={query.value} />
      )}
    </section>
  );
}

interface ComparedProps extends OversightProps {
  readonly report: DriftReport;
  readonly query: DriftQuery;
}

function Compared(props: ComparedProps) {
  const { report, query } = props;
  const { reference, current } = query;
  const changed = report.tests.filter(({ isChanged }) => isChanged).length;
  return (
    <div class="oversight-section">
      <p>
        {words.windows(
          words.window(reference.from + 1, reference.to, report.n[0]),
          words.window(current.from + 1, current.to, report.n[1]),
        )}
      </p>
      {reference.to > current.from && reference.from < current.to && (
        <Notice tone="warn">{words.overlap}</Notice>
      )}
      {report.isAlarm ? (
        <Notice tone="bad">{words.alarm(changed)}</Notice>
      ) : (
        <Notice tone="good" title={words.calm}>
          {words.calmNote}
        </Notice>
      )}
      <Crowds {...props} />
      <DriftTable {...props} />
      <Predictions {...props} />
      <Moved {...props} />
    </div>
  );
}

export type { ComparedProps };
