import type { AccountFigure, FeedbackAccount, GestureAccount } from '../../../../workers/api.ts';
import { contentTitle } from '../../../domain/content.ts';
import {
  type FeedbackEvent,
  gestureOf,
  standingFeedback,
} from '../../../domain/explanation/standing-feedback.ts';
import type { EventId } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { FeaturesProps } from '../props.ts';
import { sayMark, sayRegions, signed } from '../say-mark.ts';
import { strings } from '../strings.ts';
import { WithdrawAll } from './WithdrawAll.tsx';

/** Per gesture: what the blind answers say with it and without it. */
export function Account(props: FeaturesProps) {
  const { session } = props;
  const { loaded, reload } = useLoaded(async () => {
    const outcome = await session.learnerClient.feedbackAccount();
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  }, [session, session.learner.value.learnedUpTo]);
  return (
    <section class="features-section">
      <h2>{strings.account.title}</h2>
      {loaded.status === 'loading' && <Spinner label={strings.loading} />}
      {loaded.status === 'failed' && (
        <Notice tone="bad" actions={<Button onClick={reload}>{strings.retry}</Button>}>
          {strings.failed(loaded.message)}
        </Notice>
      )}
      {loaded.status === 'ready' && <Figures {...props} account={loaded.value} />}
    </section>
  );
}

interface AccountProps extends FeaturesProps {
  readonly account: FeedbackAccount;
}

function Figures({ account, ...props }: AccountProps) {
  const { n, gestures, all } = account;
  if (all.count === 0) return <p class="features-quiet">{strings.account.none}</p>;
  return (
    <>
      <p class="features-quiet">{n === 0 ? strings.account.noAudits : strings.account.basis(n)}</p>
      <ul class="features-account">
        {gestures.map((own) => (
          <li key={own.gesture}>
            <Gesture {...props} own={own} n={n} />
          </li>
        ))}
        {gestures.length > 1 && (
          <li>
            <h3>{strings.account.all(all.count)}</h3>
            <Figure figure={all} n={n} />
          </li>
        )}
      </ul>
      <WithdrawAll {...props} count={all.count} />
    </>
  );
}

interface GestureProps extends FeaturesProps {
  readonly own: GestureAccount;
  readonly n: number;
}

function Gesture({ own, n, session, act, nameOf }: GestureProps) {
  const acts = actsOf(session.state.value);
  const mine = acts.filter((one) => gestureOf(one) === own.gesture);
  const what = strings.account.gestures[own.gesture](own.count);
  const withdraw = (targets: readonly EventId[]): void =>
    void act({ type: 'withdraw-feedback', targets }, strings.done.withdrawn(targets.length));
  const hurting = mine.filter(({ id }) => own.hurting.includes(id));
  return (
    <>
      <h3>{what}</h3>
      <Figure figure={own} n={n} />
      <p class="features-quiet">{strings.account.strength(own.strength, own.scored)}</p>
      {hurting.length > 0 && (
        <>
          <p>{strings.account.hurting}</p>
          <ul class="features-hurting">
            {hurting.map((one) => (
              <li key={one.id}>
                <span dir="auto">{describe(one, nameOf)}</span>
                <Button variant="quiet" onClick={() => withdraw([one.id])}>
                  {strings.conflicts.withdraw}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button variant="quiet" onClick={() => withdraw(mine.map(({ id }) => id))}>
        {strings.account.withdraw(what)}
      </Button>
    </>
  );
}

function Figure({ figure, n }: { readonly figure: AccountFigure; readonly n: number }) {
  const { withIt, without, pValue } = figure;
  if (withIt === null || without === null || pValue === null) return null;
  const { chance } = strings.account;
  const points = signed((100 * (withIt - without)) / n);
  const words = withIt === without ? chance.same : pValue < 0.05 ? chance.clear : chance.maybe;
  return (
    <p>
      {strings.account.figure(withIt, without, n, points)} {words}
    </p>
  );
}

function actsOf(state: Parameters<typeof standingFeedback>[0]): readonly FeedbackEvent[] {
  const { marks, regions, edits, judgements } = standingFeedback(state);
  const said = marks.filter(({ stance }) => stance !== 'later');
  return [...said, ...regions, ...edits, ...judgements];
}

function describe(act: FeedbackEvent, nameOf: FeaturesProps['nameOf']): string {
  if (act.type === 'feature-marked') return sayMark(act, nameOf);
  if (act.type === 'region-marked') return sayRegions(act, nameOf);
  return `“${contentTitle(act.content).slice(0, 120)}”`;
}
