import { useEffect, useRef } from 'preact/hooks';
import { rooms } from '../rooms/index.ts';
import type { Room } from '../rooms/room.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { Shell } from './context.ts';
import { Mark } from './Mark.tsx';
import { strings } from './strings.ts';

export interface NavigationProps {
  readonly shell: Shell;
  readonly onSearch: () => void;
  readonly onKeys: () => void;
}

/** A rail at the side on wide screens, a bar at the thumb on narrow ones. */
export function Navigation({ shell, onSearch, onKeys }: NavigationProps) {
  const { route } = shell.services.router;
  const { projectId } = route.value;
  const state = shell.session.value;
  const session = state.status === 'open' ? state.session : null;
  // Inside a project its own rooms are what matters; a new project begins from the list of them.
  const modality = session?.project.value.modality ?? '';
  const shown = rooms.filter(
    (room) =>
      !room.isUnlisted &&
      (room.modalities?.includes(modality) ?? true) &&
      (projectId === null ? room.scope === 'app' : room.id !== 'import'),
  );
  return (
    <nav class="nav" aria-label={strings.navigation}>
      <a class="nav-brand" href={shell.services.router.href('home')}>
        <Mark />
        <span>{strings.name}</span>
      </a>
      {session && <p class="nav-project">{session.project.value.name}</p>}
      <ul class="nav-rooms">
        {shown.map((room) => (
          <li key={room.id}>
            <RoomLink room={room} shell={shell} isHere={room.id === route.value.roomId} />
          </li>
        ))}
      </ul>
      <div class="nav-tools">
        <IconButton icon="search" label={strings.palette.open} onClick={onSearch} />
        <IconButton
          icon="keyboard"
          label={strings.shortcuts.open}
          onClick={onKeys}
          class="nav-keys"
        />
      </div>
    </nav>
  );
}

interface RoomLinkProps {
  readonly room: Room;
  readonly shell: Shell;
  readonly isHere: boolean;
}

function RoomLink({ room, shell, isHere }: RoomLinkProps) {
  const { router } = shell.services;
  const { projectId } = router.route.value;
  const href = router.href(room.id, room.scope === 'project' ? projectId : null);
  const link = useRef<HTMLAnchorElement>(null);
  // The bar of narrow screens scrolls sideways when a project has many rooms.
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isHere]);
  return (
    <a
      ref={link}
      class="nav-link"
      href={href}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name={room.icon} />
      <span>{room.label}</span>
    </a>
  );
}
