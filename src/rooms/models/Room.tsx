import { useSignal } from '@preact/signals';
import type { Checkpoint } from '../../domain/records.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomAction, RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { type AskedModel, CheckpointDialogs } from './parts/CheckpointDialogs.tsx';
import { CheckpointRow } from './parts/CheckpointRow.tsx';
import { Compare } from './parts/Compare.tsx';
import { Curve } from './parts/Curve.tsx';
import { HowToUse } from './parts/HowToUse.tsx';
import { LiveModel } from './parts/LiveModel.tsx';
import type { ModelsProps } from './props.ts';
import { strings } from './strings.ts';
import { useCheckpoints } from './use-checkpoints.ts';
import './models.css';

export default function ModelsRoom({ services, session }: RoomProps) {
  if (session === null) return <p>{strings.needsProject}</p>;
  return <ModelsPage services={services} session={session} />;
}

function ModelsPage({ services, session }: ModelsProps) {
  const { loaded, reload } = useCheckpoints({ services, session });
  const asked = useSignal<AskedModel>(null);
  const save = (): void => {
    asked.value = { what: 'save' };
  };
  useActions(services, () => [saveAction(session, save)], [services, session]);
  const close = (): void => {
    asked.value = null;
    reload();
  };
  return (
    <div class="models-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="models-quiet">{strings.lead}</p>
      </header>
      <div class="models-top">
        <LiveModel services={services} session={session} onSave={save} />
        <Curve session={session} />
      </div>
      <section class="models-section" aria-labelledby="models-list">
        <h2 id="models-list">{strings.list.title}</h2>
        {loaded.status === 'loading' && <Spinner label={strings.list.loading} />}
        {loaded.status === 'failed' && (
          <Notice
            tone="bad"
            title={strings.list.failed}
            actions={<Button onClick={reload}>{strings.list.retry}</Button>}
          >
            {loaded.message}
          </Notice>
        )}
        {loaded.status === 'ready' && (
          <Versions
            services={services}
            session={session}
            all={loaded.value}
            onAsk={(next) => {
              asked.value = next;
            }}
          />
        )}
      </section>
      {loaded.status === 'ready' && loaded.value.length > 0 && (
        <Compare services={services} session={session} all={loaded.value} />
      )}
      <HowToUse />
      <CheckpointDialogs
        services={services}
        session={session}
        asked={asked.value}
        onClose={close}
      />
    </div>
  );
}

const saveAction = (session: ModelsProps['session'], run: () => void): RoomAction => ({
  id: 'models.save',
  label: strings.live.save,
  shortcut: 's',
  run,
  unavailable: () => (session.learner.value.trainedOn === 0 ? strings.live.untrained : null),
});

interface VersionsProps extends ModelsProps {
  readonly all: readonly Checkpoint[];
  readonly onAsk: (asked: AskedModel) => void;
}

function Versions({ services, session, all, onAsk }: VersionsProps) {
  if (all.length === 0) {
    return (
      <EmptyState title={strings.list.none}>
        <p>{strings.list.noneHint}</p>
      </EmptyState>
    );
  }
  return (
    <ul class="models-list">
      {all.map((checkpoint) => (
        <CheckpointRow
          key={checkpoint.id}
          services={services}
          session={session}
          checkpoint={checkpoint}
          all={all}
          onAsk={(what) => onAsk({ what, checkpoint })}
        />
      ))}
    </ul>
  );
}
