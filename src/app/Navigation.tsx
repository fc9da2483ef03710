import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { Shell } from './context.ts';
import { Mark } from './Mark.tsx';
import { RoomLink } from './RoomLink.tsx';
import { roomsFor } from './rooms-for.ts';
import { strings } from './strings.ts';

export interface NavigationProps {
  readonly shell: Shell;
  readonly onSearch: () => void;
  readonly onKeys: () => void;
  readonly onMore: () => void;
}

/** The narrowest bar has room for these, the room one is in, and the way to all others. */
const NEAR = 4;

/** A rail at the side on wide screens, a bar at the thumb on narrow ones. */
export function Navigation({ shell, onSearch, onKeys, onMore }: NavigationProps) {
  const { route } = shell.services.router;
  const state = shell.session.value;
  const session = state.status === 'open' ? state.session : null;
  const shown = roomsFor(shell);
  const hasMore = shown.length > NEAR + 2;
  return (
    <nav class="nav" aria-label={strings.navigation}>
      <a class="nav-brand" href={shell.services.router.href('home')}>
        <Mark />
        <span>{strings.name}</span>
      </a>
      {session && <p class="nav-project">{session.project.value.name}</p>}
      <ul class="nav-rooms">
        {shown.map((room, i) => {
          const isHere = room.id === route.value.roomId;
          return (
            <li key={room.id} class={hasMore && i >= NEAR && !isHere ? 'nav-far' : ''}>
              <RoomLink room={room} shell={shell} />
            </li>
          );
        })}
        {hasMore && (
          <li class="nav-more">
            <button type="button" class="nav-link" aria-haspopup="dialog" onClick={onMore}>
              <Icon name="more" />
              <span>{strings.more}</span>
            </button>
          </li>
        )}
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
