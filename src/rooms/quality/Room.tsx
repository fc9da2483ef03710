import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomProps } from '../room.ts';
import { createNameOf } from '../shared/study/say.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { Arms } from './parts/Arms.tsx';
import { ClassTable } from './parts/ClassTable.tsx';
import { Curve } from './parts/Curve.tsx';
import { Estimates } from './parts/Estimates.tsx';
import { Headline } from './parts/Headline.tsx';
import { SelfAgreement } from './parts/SelfAgreement.tsx';
import { Spending } from './parts/Spending.tsx';
import { Stopping } from './parts/Stopping.tsx';
import type { QualityProps } from './props.ts';
import { strings } from './strings.ts';
import './quality.css';

export default function QualityRoom({ services, session }: RoomProps) {
  if (session === null) return <p>{strings.needsProject}</p>;
  const nameOf = createNameOf(session.project.value.classes);
  return <QualityPage services={services} session={session} nameOf={nameOf} />;
}

function QualityPage(props: QualityProps) {
  return (
    <div class="quality-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="quality-quiet">{strings.lead}</p>
      </header>
      <Measured {...props} />
      <SelfAgreement {...props} />
      <Spending {...props} />
    </div>
  );
}

/** What takes the learner: it is measured anew when the learner has learned something. */
function Measured(props: QualityProps) {
  const { session } = props;
  const { phase, learnedUpTo } = session.learner.value;
  const { loaded, reload } = useLoaded(async () => {
    const outcome = await session.learnerClient.evaluate();
    if (outcome.ok) return outcome.value;
    // What was decided meanwhile is learned in a moment, and then it is asked again.
    if (outcome.error.code === 'cancelled') return new Promise<never>(() => undefined);
    throw new Error(outcome.error.message);
  }, [session, learnedUpTo, phase === 'ready']);
  if (loaded.status === 'loading') return <Spinner label={strings.loading} />;
  if (loaded.status === 'failed') {
    return (
      <Notice tone="bad" actions={<Button onClick={reload}>{strings.retry}</Button>}>
        {strings.failed(loaded.message)}
      </Notice>
    );
  }
  const parts = { ...props, report: loaded.value };
  const isReadByLearned = loaded.value.crossValidation.kind === 'learned-reading';
  return (
    <>
      {isReadByLearned && <Notice tone="warn">{strings.learnedReading}</Notice>}
      <div class="quality-top">
        <Headline {...parts} />
        <Curve {...parts} />
      </div>
      <Stopping {...parts} />
      <ClassTable {...parts} />
      <Estimates {...parts} />
      <Arms {...parts} />
    </>
  );
}
