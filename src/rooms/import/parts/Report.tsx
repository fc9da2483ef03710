import { useEffect, useRef } from 'preact/hooks';
import type { ImportReport } from '../../../../workers/api.ts';
import type { ProjectId } from '../../../domain/records.ts';
import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { toFileName } from '../../shared/file-name.ts';
import { badRowsCsv } from '../bad-rows-csv.ts';
import type { RunState } from '../state.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';
import { BadRowsTable } from './BadRowsTable.tsx';

interface ReportProps {
  readonly services: Services;
  readonly wizard: Wizard;
  readonly run: Extract<RunState, { status: 'done' }>;
  readonly onMore: (projectId: ProjectId) => void;
}

export function Report({ services, wizard, run, onMore }: ReportProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: focus goes to the news, so that it is read out.
  useEffect(() => heading.current?.focus(), []);
  const { report } = run;
  const isNothing = report.added === 0;
  return (
    <section class="import-step import-report">
      <h2 ref={heading} tabIndex={-1}>
        {isNothing ? strings.report.nothing : strings.report.done(report.added)}
      </h2>
      <Tally report={report} />
      {isNothing && <NothingHint isNew={wizard.state.value.target === null} />}
      <div class="import-row">
        <NextButtons services={services} wizard={wizard} run={run} onMore={onMore} />
      </div>
      {report.bad.length > 0 && (
        <>
          <BadRowsTable bad={report.bad} />
          <div class="import-row">
            <Button icon="download" onClick={() => saveBadRows(services, wizard, report)}>
              {strings.report.download}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

const NothingHint = ({ isNew }: { readonly isNew: boolean }) => (
  <p>{isNew ? strings.report.nothingHint : strings.report.nothingNew}</p>
);

function Tally({ report }: { readonly report: ImportReport }) {
  const isClean = report.duplicates === 0 && report.rejected === 0;
  return (
    <ul class="import-quiet">
      {isClean && <li>{strings.report.clean}</li>}
      {report.duplicates > 0 && <li>{strings.report.duplicates(report.duplicates)}</li>}
      {report.rejected > 0 && <li>{strings.report.rejected(report.rejected)}</li>}
    </ul>
  );
}

function NextButtons({ services, wizard, run, onMore }: ReportProps) {
  const isNothing = run.report.added === 0;
  const next = wizard.state.value.purpose ?? 'label';
  return (
    <>
      {!isNothing && (
        <Button variant="primary" size="l" onClick={() => services.router.go(next, run.projectId)}>
          {strings.report[next]}
        </Button>
      )}
      {isNothing && (
        <Button variant="primary" onClick={() => wizard.dispatch({ type: 'run-reset' })}>
          {strings.report.back}
        </Button>
      )}
      {!isNothing && <Button onClick={() => onMore(run.projectId)}>{strings.report.more}</Button>}
    </>
  );
}

function saveBadRows(services: Services, wizard: Wizard, report: ImportReport): void {
  const blob = new Blob([badRowsCsv(report.bad)], { type: 'text/csv;charset=utf-8' });
  services.saveFile(blob, strings.report.badFile(toFileName(wizard.state.value.name)));
}
