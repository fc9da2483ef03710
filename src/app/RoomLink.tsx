import type { Room } from '../rooms/room.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Shell } from './context.ts';

export interface RoomLinkProps {
  readonly room: Room;
  readonly shell: Shell;
  readonly onFollow?: () => void;
}

export function RoomLink({ room, shell, onFollow }: RoomLinkProps) {
  const { router } = shell.services;
  const { projectId, roomId } = router.route.value;
  const href = router.href(room.id, room.scope === 'project' ? projectId : null);
  return (
    <a
      class="nav-link"
      href={href}
      {...(onFollow ? { onClick: onFollow } : {})}
      {...(room.id === roomId ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name={room.icon} />
      <span>{room.label}</span>
    </a>
  );
}
