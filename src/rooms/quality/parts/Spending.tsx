import { budgetLeft } from '../../../domain/budget.ts';
import {
  type SpendingLine,
  type Spending as Spent,
  spendingOf,
} from '../../../domain/evaluation/spending.ts';
import { secondsPerAnswer } from '../../../domain/state.ts';
import { formatBudget, formatMinutes, formatMoney } from '../../shared/format-budget.ts';
import { formatCount } from '../../shared/format-number.ts';
import type { QualityProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Scrolled } from './Scrolled.tsx';

/** Time and money, and what they went to. */
export function Spending({ services, session }: QualityProps) {
  const state = session.state.value;
  const spent = spendingOf(state);
  const words = strings.spending;
  return (
    <section class="quality-section" aria-labelledby="quality-spending">
      <h2 id="quality-spending">{words.title}</h2>
      {spent.lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table spent={spent} currency={state.project.settings.costs?.currency ?? ''} />
      )}
      <Prices session={session} />
      <p class="quality-quiet">{words.timed}</p>
      <a class="quality-link" href={services.router.href('classes', session.id, 'settings')}>
        {words.settings}
      </a>
    </section>
  );
}

function Prices({ session }: Pick<QualityProps, 'session'>) {
  const state = session.state.value;
  const { costs } = state.project.settings;
  const currency = costs?.currency ?? '';
  const seconds = secondsPerAnswer(state);
  const perHour = costs?.perHour ?? null;
  const budget = budgetLeft(state);
  const words = strings.spending;
  return (
    <>
      {perHour === null && <p class="quality-quiet">{words.noPrice}</p>}
      {perHour !== null && seconds !== null && (
        <p>{words.perAnswer(formatMoney((seconds / 3600) * perHour, currency))}</p>
      )}
      {budget && (
        <p>
          {words.budget(
            formatBudget(budget.kind, budget.left, currency),
            formatBudget(budget.kind, budget.amount, currency),
          )}
        </p>
      )}
    </>
  );
}

function Table({ spent, currency }: { readonly spent: Spent; readonly currency: string }) {
  const words = strings.spending;
  const isPriced = spent.cost !== null;
  return (
    <Scrolled label={words.region}>
      <table class="quality-table">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.each}</th>
            <th scope="col">{words.time}</th>
            {isPriced && <th scope="col">{words.money}</th>}
          </tr>
        </thead>
        <tbody>
          {spent.lines.map((line) => (
            <Line key={line.on} line={line} currency={currency} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>{formatCount(spent.lines.reduce((sum, { count }) => sum + count, 0))}</td>
            <td />
            <td>{formatMinutes(spent.minutes)}</td>
            {spent.cost !== null && <td>{formatMoney(spent.cost, currency)}</td>}
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}

function Line({ line, currency }: { readonly line: SpendingLine; readonly currency: string }) {
  return (
    <tr>
      <th scope="row">{strings.spending.on[line.on]}</th>
      <td>{formatCount(line.count)}</td>
      <td>{line.secondsEach === null ? '–' : line.secondsEach.toFixed(1)}</td>
      <td>{formatMinutes(line.minutes)}</td>
      {line.cost !== null && <td>{formatMoney(line.cost, currency)}</td>}
    </tr>
  );
}
