import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { proportion } from '../../../domain/evaluation/wilson.ts';
import { spotChecks } from '../../../domain/trust/incoming.ts';
import { DEFAULT_ROUTING } from '../../../domain/trust/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { messageOf } from '../../shared/message-of.ts';
import { takeBack } from '../../shared/run-with-undo.ts';
import { useLoaded } from '../../shared/use-loaded.ts';
import { decideWaiting } from '../decide-waiting.ts';
import type { DecideProps } from '../props.ts';
import { strings } from '../strings.ts';
import { incomingItems, waitingAmong } from '../waiting.ts';
import { Capture } from './Capture.tsx';
import { PasteTexts } from './PasteTexts.tsx';
import { TakeFiles } from './TakeFiles.tsx';

const { arrivals: words } = strings;

/** What came in and waits, and the one act that decides about all of it. */
export function Arrivals(props: DecideProps) {
  const { services, session } = props;
  const state = session.state.value;
  const { loaded } = useLoaded(
    () => incomingItems(props),
    [session, session.itemCount.value, state.imports],
  );
  const waiting = useMemo(
    () => (loaded.status === 'ready' ? waitingAmong(loaded.value, state) : []),
    [loaded, state],
  );
  return (
    <section class="decide-section" aria-labelledby="decide-arrivals">
      <h2 id="decide-arrivals">{words.title}</h2>
      <p>
        {words.level[state.level]}{' '}
        <a href={services.router.href('trust', session.id)}>{words.change}</a>
      </p>
      <Checks session={session} />
      {loaded.status === 'failed' && <Notice tone="bad">{loaded.message}</Notice>}
      {loaded.status === 'ready' && (
        <p class="decide-waiting" aria-live="polite">
          {waiting.length === 0 ? words.none : words.waiting(waiting.length)}
        </p>
      )}
      <div class="decide-row">
        <DecideNow {...props} waiting={waiting} />
        <Button
          icon="import"
          onClick={() => services.router.go('import', null, `${session.id}/decide`)}
        >
          {words.bring}
        </Button>
        <Capture {...props} />
      </div>
      <TakeFiles {...props} />
      {session.project.value.modality === 'text' && <PasteTexts {...props} />}
    </section>
  );
}

function DecideNow(props: DecideProps & { readonly waiting: Parameters<typeof decideWaiting>[1] }) {
  const { services, session, waiting } = props;
  const isBusy = useSignal(false);
  const isTaught = session.learner.value.trainedOn > 0;
  const go = async (): Promise<void> => {
    isBusy.value = true;
    try {
      const { counts, entries } = await decideWaiting(props, waiting);
      services.notify({
        tone: 'good',
        text: words.decided(counts.accept, counts.review, counts.escalate),
        action: {
          label: words.undo,
          run: () => void takeBack(services, session, entries),
        },
      });
    } catch (error) {
      services.notify({ tone: 'bad', text: words.failed(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
  };
  if (waiting.length === 0) return null;
  if (!isTaught) return <p class="decide-quiet">{words.untaught}</p>;
  return (
    <Button variant="primary" busy={isBusy.value} onClick={() => void go()}>
      {words.decide}
    </Button>
  );
}

/** How the promise does in spot checks, where one stands. */
function Checks({ session }: Pick<DecideProps, 'session'>) {
  const state = session.state.value;
  const { accept } = state.project.settings.routing ?? DEFAULT_ROUTING;
  if (accept.kind !== 'promise' || state.decisions.size === 0) return null;
  const { n, wrong } = spotChecks(state, accept);
  const figure = proportion(n - wrong, n);
  if (!figure) return <p class="decide-quiet">{strings.checks.none}</p>;
  return <Interval {...figure} label={strings.checks.label} />;
}
