/** Shows the room of the route, or says why it cannot. */
import { type ComponentChildren, Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { rooms } from '../rooms/index.ts';
import type { Room } from '../rooms/room.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Announce } from './Announce.tsx';
import type { Shell } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Failure } from './Failure.tsx';
import { HOME } from './router.ts';
import { strings } from './strings.ts';
import { type LoadedRoom, useRoom } from './use-room.ts';

interface Page {
  /** Another key is another page: it is mounted anew and announced. */
  readonly key: string;
  readonly title: readonly (string | null)[];
  readonly content: ComponentChildren;
}

export function RoomHost({ shell }: { readonly shell: Shell }) {
  const { roomId, projectId } = shell.services.router.route.value;
  const isFirst = useRef(true);
  const room =
    rooms.find((one) => one.id === roomId && (one.scope === 'app') === (projectId === null)) ??
    homeRoom();
  const { loaded, retry } = useRoom(room);
  const state = shell.session.value;
  const isWaiting = projectId !== null && state.status !== 'open' && state.status !== 'failed';
  if (isWaiting || loaded.status === 'loading') return <Spinner label={strings.loading} />;
  const page =
    projectId !== null && state.status === 'failed'
      ? projectFailed(shell, state.message)
      : loaded.status === 'failed'
        ? roomFailed(room, retry)
        : roomPage(shell, room, loaded);
  return (
    <Fragment key={`${page.key}/${projectId ?? ''}`}>
      {page.content}
      <Announce title={page.title} isFirst={isFirst} />
    </Fragment>
  );
}

function homeRoom(): Room {
  const room = rooms.find((one) => one.id === HOME);
  if (!room) throw new Error('the list of rooms has no home');
  return room;
}

type ReadyRoom = Extract<LoadedRoom, { readonly status: 'ready' }>;

function roomPage(shell: Shell, room: Room, { View }: ReadyRoom): Page {
  const state = shell.session.value;
  const session = state.status === 'open' ? state.session : null;
  const title = [room.label, session?.project.value.name ?? null];
  const available = room.available(session);
  if (available !== true) {
    const content = (
      <section class="app-failure">
        <h1>{room.label}</h1>
        <Notice tone="plain">{available}</Notice>
      </section>
    );
    return { key: `${room.id}/unavailable`, title, content };
  }
  const { path } = shell.services.router.route.value;
  const content = (
    <ErrorBoundary shell={shell}>
      <View services={shell.services} session={session} path={path} />
    </ErrorBoundary>
  );
  return { key: room.id, title, content };
}

function roomFailed(room: Room, retry: () => void): Page {
  const { title, words, retry: again, reload } = strings.roomFailed;
  const actions = (
    <>
      <Button onClick={retry}>{again}</Button>
      <Button onClick={() => location.reload()}>{reload}</Button>
    </>
  );
  const content = (
    <Failure title={title} actions={actions}>
      {words}
    </Failure>
  );
  return { key: `${room.id}/failed`, title: [room.label], content };
}

function projectFailed({ services }: Shell, message: string): Page {
  const title = strings.projectFailed;
  const actions = <Button onClick={() => services.router.go(HOME)}>{strings.toProjects}</Button>;
  const content = (
    <Failure title={title} actions={actions}>
      {message}
    </Failure>
  );
  return { key: 'project-failed', title: [title], content };
}
