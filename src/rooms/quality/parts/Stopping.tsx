import type { Criterion } from '../../../../workers/api.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { percent } from '../../../ui/percent.ts';
import { formatMoney } from '../../shared/format-budget.ts';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';

const ICONS = { met: 'check', 'not-met': 'forward', unknown: 'question' } as const;

/** Advice, with what speaks for and against it. */
export function Stopping({ session, report: { stopping } }: ReportProps) {
  const { currency = '' } = session.project.value.settings.costs ?? {};
  const words = strings.stopping;
  return (
    <section class="quality-section" aria-labelledby="quality-stopping">
      <h2 id="quality-stopping">{words.title}</h2>
      <p class="quality-say">
        {words.advice[stopping.advice]} <span class="quality-quiet">{words.force}</span>
      </p>
      <ul class="quality-criteria">
        {stopping.criteria.map((own) => (
          <li key={own.id}>
            <Icon name={ICONS[own.verdict]} />
            <div>
              <h3>
                {titleOf(own)}: {words.verdicts[own.verdict]}
              </h3>
              <p class="quality-quiet">{detailOf(own, currency)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf({ id }: Criterion): string {
  const { settle, change, doubt, worth } = strings.stopping;
  if (id === 'stabilising-predictions') return settle;
  if (id === 'classification-change') return change;
  return id === 'overall-uncertainty' ? doubt : worth;
}

function detailOf({ id, verdict, figures, threshold }: Criterion, currency: string): string {
  const words = strings.stopping;
  const isKnown = verdict !== 'unknown';
  const newest = figures.at(-1) ?? 0;
  if (id === 'stabilising-predictions')
    return isKnown
      ? words.settleKnown(figures.map((kappa) => kappa.toFixed(3)).join(', '))
      : words.settleUnknown;
  if (id === 'classification-change')
    return isKnown ? words.changeKnown(figures.map(percent).join(', ')) : words.settleUnknown;
  if (id === 'overall-uncertainty')
    return isKnown ? words.doubtKnown(percent(newest), percent(threshold)) : words.doubtUnknown;
  return isKnown
    ? words.worthKnown(formatMoney(newest, currency), formatMoney(threshold, currency))
    : words.worthUnknown;
}
