import { type RoutingSettings, routingOf } from '../../domain/trust/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomProps } from '../room.ts';
import { runWithUndo } from '../shared/run-with-undo.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { Acceptance } from './parts/Acceptance.tsx';
import { Calibration } from './parts/Calibration.tsx';
import { Experts } from './parts/Experts.tsx';
import { Level } from './parts/Level.tsx';
import { PredictionSets } from './parts/PredictionSets.tsx';
import type { TrustProps } from './props.ts';
import { strings } from './strings.ts';
import './trust.css';

export default function TrustRoom({ services, session }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  const routing = routingOf(session.project.value);
  const change = async (patch: Partial<RoutingSettings>): Promise<void> => {
    const command = {
      type: 'change-settings' as const,
      patch: { routing: { ...routing, ...patch } },
    };
    const refusal = await runWithUndo({ services, session, command, said: strings.changed });
    if (refusal) services.notify({ tone: 'bad', text: refusal });
  };
  return <TrustPage services={services} session={session} routing={routing} change={change} />;
}

function TrustPage(props: TrustProps) {
  const { session, routing } = props;
  const { learnedUpTo, poolSize, scoring } = session.learner.value;
  const { loaded, reload } = useLoaded(async () => {
    const outcome = await session.learnerClient.trust();
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  }, [session, learnedUpTo, poolSize, routing]);
  return (
    <div class="trust-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="trust-quiet">{strings.lead}</p>
        {scoring && <p class="trust-quiet">{strings.sample(scoring.rows, scoring.total)}</p>}
      </header>
      {loaded.status === 'loading' && <Spinner label={strings.loading} />}
      {loaded.status === 'failed' && (
        <Notice tone="bad" actions={<Button onClick={reload}>{strings.retry}</Button>}>
          {strings.failed(loaded.message)}
        </Notice>
      )}
      {loaded.status === 'ready' && (
        <>
          <Level {...props} report={loaded.value} />
          <Acceptance {...props} report={loaded.value} />
          <Experts {...props} />
          <div class="trust-pair">
            <Calibration report={loaded.value} />
            <PredictionSets report={loaded.value} />
          </div>
        </>
      )}
    </div>
  );
}
