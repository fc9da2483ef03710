import { selfAgreement } from '../../../domain/evaluation/self-agreement.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { percent } from '../../../ui/percent.ts';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';

/** On fewer repeats nothing is said of what a model could reach. */
const LEAST_REPEATS = 10;

/** The one figure to quote. */
export function Headline({ services, session, report }: ReportProps) {
  const { audit, macroF1 } = report;
  const { mode } = session.project.value;
  const { share } = selfAgreement(session.state.value);
  const words = strings.headline;
  return (
    <section class="quality-section" aria-labelledby="quality-headline">
      <h2 id="quality-headline">{words.title}</h2>
      {audit ? (
        <>
          <div class="quality-headline">
            <Interval label={mode === 'multi' ? words.labelMulti : words.label} {...audit} />
          </div>
          <p class="quality-quiet">{words.basis(audit.n)}</p>
          {macroF1 && (
            <div>
              <Interval label={words.macro} {...macroF1} />
              <p class="quality-quiet">{words.macroHint}</p>
            </div>
          )}
          {share && share.n >= LEAST_REPEATS && (
            <p class="quality-quiet">{words.ceiling(percent(share.value), share.n)}</p>
          )}
        </>
      ) : (
        <NothingYet services={services} session={session} />
      )}
    </section>
  );
}

function NothingYet({ services, session }: Pick<ReportProps, 'services' | 'session'>) {
  const isOff = session.project.value.settings.auditShare === 0;
  const words = strings.headline;
  const go = (): void =>
    isOff
      ? services.router.go('classes', session.id, 'settings')
      : services.router.go('label', session.id);
  return (
    <EmptyState
      title={words.none}
      actions={<Button onClick={go}>{isOff ? words.toSettings : words.toLabel}</Button>}
    >
      {isOff ? words.noneOff : words.noneYet}
    </EmptyState>
  );
}
