import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { activeClasses } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { RoomAction, RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import type { Facing } from './camera.ts';
import { type CameraDesk, createDesk, type DeskOptions } from './desk.ts';
import { ClassShutters } from './parts/ClassShutters.tsx';
import { Finder } from './parts/Finder.tsx';
import { LastShots } from './parts/LastShots.tsx';
import { ShutterButton } from './parts/ShutterButton.tsx';
import { strings } from './strings.ts';
import './camera.css';

export default function CameraRoom({ services, session, path }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  return <CameraPage services={services} session={session} isToDecide={path === 'decide'} />;
}

function CameraPage({ services, session, isToDecide }: DeskOptions) {
  const desk = useMemo(
    () => createDesk({ services, session, isToDecide }),
    [services, session, isToDecide],
  );
  const facing = useSignal<Facing>('environment');
  useEffect(() => desk.dispose, [desk]);
  const { classes } = session.project.value;
  useActions(services, () => (isToDecide ? [] : classActions(session, desk)), [
    services,
    session,
    desk,
    classes,
  ]);
  useSpaceBar(desk);
  const state = desk.camera.state.value;
  const start = (next: Facing): void => {
    facing.value = next;
    void desk.camera.start(next);
  };
  return (
    <div class="camera">
      <header>
        <h1>{strings.title}</h1>
        <p class="camera-quiet">{isToDecide ? strings.leadDecide : strings.lead}</p>
        {isToDecide && <a href={services.router.href('decide', session.id)}>{strings.toDecide}</a>}
      </header>
      <Finder desk={desk} />
      {state.phase === 'failed' && (
        <Notice
          tone="bad"
          actions={<Button onClick={() => start(facing.value)}>{strings.again}</Button>}
        >
          {state.problem}
        </Notice>
      )}
      {desk.problem.value !== null && <Notice tone="bad">{desk.problem.value}</Notice>}
      {state.phase === 'live' ? (
        <>
          <div class="camera-row">
            <ShutterButton desk={desk} />
            <Button onClick={() => start(facing.value === 'user' ? 'environment' : 'user')}>
              {strings.turn}
            </Button>
            <Button variant="quiet" onClick={desk.camera.stop}>
              {strings.stop}
            </Button>
          </div>
          <p class="camera-quiet">{strings.hold}</p>
          {!isToDecide && <ClassShutters session={session} desk={desk} />}
        </>
      ) : (
        state.phase === 'off' && (
          <div class="camera-row">
            <Button variant="primary" size="l" icon="camera" onClick={() => start(facing.value)}>
              {strings.start}
            </Button>
          </div>
        )
      )}
      <p role="status">{desk.isSaving.value ? strings.saving : strings.taken(desk.taken.value)}</p>
      <LastShots session={session} desk={desk} isToDecide={isToDecide} />
    </div>
  );
}

/** The key of a class takes a picture and labels it. */
function classActions(session: ProjectSession, desk: CameraDesk): readonly RoomAction[] {
  const isLive = (): string | null =>
    desk.camera.state.value.phase === 'live' ? null : strings.start;
  return activeClasses(session.project.value).map((definition) => ({
    id: `camera.class.${definition.id}`,
    label: strings.shootAs(definition.name),
    shortcut: definition.key,
    run: () => desk.shoot(definition.id),
    unavailable: isLive,
  }));
}

/** Pressed, one picture; held, a burst. Anywhere but where it means something else. */
function useSpaceBar(desk: CameraDesk): void {
  useEffect(() => {
    const isOurs = ({ key, target }: KeyboardEvent): boolean =>
      key === ' ' &&
      !(target instanceof Element && target.closest('button, input, textarea, select, a, dialog'));
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isOurs(event)) return;
      event.preventDefault();
      desk.press();
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === ' ') desk.release();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', desk.release);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', desk.release);
    };
  }, [desk]);
}
