import { useEffect, useMemo } from 'preact/hooks';
import { activeClasses } from '../../domain/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { microphoneActions } from './actions.ts';
import { createDesk, type Desk, type DeskOptions } from './desk.ts';
import { KeepButtons } from './parts/KeepButtons.tsx';
import { KeptList } from './parts/KeptList.tsx';
import { Listening } from './parts/Listening.tsx';
import { Trimming } from './parts/Trimming.tsx';
import { strings } from './strings.ts';
import './microphone.css';

export default function MicrophoneRoom({ services, session, path }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  return <MicrophoneDesk services={services} session={session} isToDecide={path === 'decide'} />;
}

function MicrophoneDesk({ services, session, isToDecide }: DeskOptions) {
  const desk = useMemo(
    () => createDesk({ services, session, isToDecide }),
    [services, session, isToDecide],
  );
  useEffect(() => desk.dispose, [desk]);
  const classes = isToDecide ? [] : activeClasses(session.project.value);
  useActions(services, () => microphoneActions(desk, classes), [desk, session.project.value]);
  const parts = { services, session, desk, classes };
  return (
    <div class="microphone">
      <h1>{strings.heading(session.project.value.name)}</h1>
      {isToDecide && (
        <p>
          {strings.leadDecide}{' '}
          <a href={services.router.href('decide', session.id)}>{strings.toDecide}</a>
        </p>
      )}
      <Listening {...parts} />
      <Problem desk={desk} />
      <Trimming {...parts} />
      <KeepButtons {...parts} />
      <KeptList {...parts} />
    </div>
  );
}

function Problem({ desk }: { readonly desk: Desk }) {
  const { problem, unsaved, isSaving } = desk;
  if (problem.value === null) return null;
  const isRetried = unsaved.value > 0 && !isSaving.value;
  const actions = isRetried && (
    <Button onClick={() => void desk.retry()}>{strings.tryAgain}</Button>
  );
  return (
    <Notice tone="bad" actions={actions}>
      {problem.value}
    </Notice>
  );
}
