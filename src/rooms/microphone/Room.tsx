import { useEffect, useMemo } from 'preact/hooks';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { microphoneActions } from './actions.ts';
import { createDesk } from './desk.ts';
import { KeepButtons } from './parts/KeepButtons.tsx';
import { KeptList } from './parts/KeptList.tsx';
import { Listening } from './parts/Listening.tsx';
import { Trimming } from './parts/Trimming.tsx';
import { strings } from './strings.ts';
import './microphone.css';

export default function MicrophoneRoom({ services, session }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  return <MicrophoneDesk services={services} session={session} />;
}

interface MicrophoneDeskProps {
  readonly services: Services;
  readonly session: ProjectSession;
}

function MicrophoneDesk({ services, session }: MicrophoneDeskProps) {
  const desk = useMemo(() => createDesk(services, session), [services, session]);
  useEffect(() => desk.dispose, [desk]);
  useActions(services, () => microphoneActions(session, desk), [desk, session.project.value]);
  const parts = { services, session, desk };
  return (
    <div class="microphone">
      <h1>{strings.heading(session.project.value.name)}</h1>
      <Listening {...parts} />
      {desk.problem.value !== null && <Notice tone="bad">{desk.problem.value}</Notice>}
      <Trimming {...parts} />
      <KeepButtons {...parts} />
      <KeptList {...parts} />
    </div>
  );
}
