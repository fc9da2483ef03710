import { useSignal } from '@preact/signals';
import type { DriftReport } from '../../../workers/api.ts';
import type { LogProblem } from '../../domain/trust/audit-log.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomProps } from '../room.ts';
import { createNameOf } from '../shared/study/say.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { Alarms } from './parts/Alarms.tsx';
import { Confusion } from './parts/Confusion.tsx';
import { Drift } from './parts/Drift.tsx';
import { Fairness } from './parts/Fairness.tsx';
import { Glance } from './parts/Glance.tsx';
import { Log } from './parts/Log.tsx';
import { ModelCard } from './parts/ModelCard.tsx';
import { OverTime } from './parts/OverTime.tsx';
import { Relabelled } from './parts/Relabelled.tsx';
import type { ChosenSlice, OversightProps } from './props.ts';
import { strings } from './strings.ts';
import './oversight.css';

export default function OversightRoom({ services, session, path }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  return <OversightPage key={session.id} services={services} session={session} path={path} />;
}

interface PageProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly path: string;
}

/** Address within the room for whoever has answered what a drift alarm asked. */
const RELABELLING_PATH = 'relabelling';

function OversightPage({ services, session, path }: PageProps) {
  const { scoring } = session.learner.value;
  const seen = {
    drift: useSignal<DriftReport | null>(null),
    slice: useSignal<ChosenSlice | null>(null),
    log: useSignal<LogProblem | 'sound' | null>(null),
  };
  const nameOf = createNameOf(session.project.value.classes);
  const props = { services, session, nameOf, seen };
  return (
    <div class="oversight-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="oversight-quiet">{strings.lead}</p>
        {scoring && <p class="oversight-quiet">{strings.sample(scoring.rows, scoring.total)}</p>}
      </header>
      <Alarms {...props} />
      <Relabelled {...props} isArrival={path === RELABELLING_PATH} />
      <Glance {...props} />
      <OverTime {...props} />
      <Measured {...props} />
      <Log {...props} />
      <ModelCard {...props} />
    </div>
  );
}

/** What takes the learner: asked anew when it has learned something. */
function Measured(props: OversightProps) {
  const { session } = props;
  const { phase, learnedUpTo, poolSize } = session.learner.value;
  const { loaded, reload } = useLoaded(async () => {
    const outcome = await session.learnerClient.confusion();
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  }, [session, learnedUpTo, poolSize, phase === 'ready']);
  if (loaded.status === 'loading') return <Spinner label={strings.loading} />;
  if (loaded.status === 'failed')
    return (
      <Notice tone="bad" actions={<Button onClick={reload}>{strings.retry}</Button>}>
        {strings.failed(loaded.message)}
      </Notice>
    );
  return (
    <>
      <Confusion {...props} report={loaded.value} />
      <Drift {...props} />
      <Fairness {...props} report={loaded.value} />
    </>
  );
}
