/** Loads and shows the room of the route, or says why it cannot. */
import { useSignal } from '@preact/signals';
import { type ComponentType, Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { rooms } from '../rooms/index.ts';
import type { Room, RoomProps } from '../rooms/room.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import type { Shell } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HOME } from './router.ts';
import { strings } from './strings.ts';

type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly room: Room; readonly View: ComponentType<RoomProps> };

export function RoomHost({ shell }: { readonly shell: Shell }) {
  const { roomId, projectId, path } = shell.services.router.route.value;
  const room =
    rooms.find((one) => one.id === roomId && (one.scope === 'app') === (projectId === null)) ??
    homeRoom();
  const { loaded, retry } = useRoom(room);
  const state = shell.session.value;
  if (projectId && state.status === 'failed') {
    return <CannotOpen shell={shell} message={state.message} />;
  }
  if (loaded.status === 'failed') return <LoadFailed retry={retry} />;
  const isWaiting = projectId !== null && state.status !== 'open';
  if (loaded.status === 'loading' || loaded.room !== room || isWaiting) {
    return <Spinner label={strings.loading} />;
  }
  const session = state.status === 'open' ? state.session : null;
  const available = room.available(session);
  if (available !== true) return <EmptyState title={room.label}>{available}</EmptyState>;
  const { View } = loaded;
  return (
    <Fragment key={`${room.id}/${projectId ?? ''}`}>
      <RoomFocus title={room.label} project={session?.project.value.name ?? null} />
      <ErrorBoundary shell={shell}>
        <View services={shell.services} session={session} path={path} />
      </ErrorBoundary>
    </Fragment>
  );
}

function homeRoom(): Room {
  const room = rooms.find((one) => one.id === HOME);
  if (!room) throw new Error('the list of rooms has no home');
  return room;
}

function useRoom(room: Room): { loaded: Loaded; retry: () => void } {
  const loaded = useSignal<Loaded>({ status: 'loading' });
  const latest = useRef(room);
  latest.current = room;
  const load = (): void => {
    room.load().then(
      ({ default: View }) => {
        if (latest.current === room) loaded.value = { status: 'ready', room, View };
      },
      () => {
        if (latest.current === room) loaded.value = { status: 'failed' };
      },
    );
  };
  useEffect(load, [room]);
  return { loaded: loaded.value, retry: load };
}

/** A new room is announced: the page gets its title and the focus goes to its heading. */
function RoomFocus({
  title,
  project,
}: {
  readonly title: string;
  readonly project: string | null;
}) {
  useEffect(() => {
    document.title = [title, project, strings.name].filter(Boolean).join(' · ');
  }, [title, project]);
  useEffect(() => {
    if (document.activeElement && document.activeElement !== document.body) {
      const heading = document.querySelector<HTMLElement>('main h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    }
  }, []);
  return null;
}

function LoadFailed({ retry }: { readonly retry: () => void }) {
  const { title, words, retry: again, reload } = strings.roomFailed;
  return (
    <Notice
      tone="bad"
      title={title}
      actions={
        <>
          <Button onClick={retry}>{again}</Button>
          <Button onClick={() => location.reload()}>{reload}</Button>
        </>
      }
    >
      {words}
    </Notice>
  );
}

function CannotOpen({ shell, message }: { readonly shell: Shell; readonly message: string }) {
  return (
    <Notice
      tone="bad"
      title={strings.projectFailed}
      actions={<Button onClick={() => shell.services.router.go(HOME)}>{strings.toProjects}</Button>}
    >
      {message}
    </Notice>
  );
}
