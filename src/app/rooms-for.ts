import { rooms } from '../rooms/index.ts';
import type { Room } from '../rooms/room.ts';
import type { Shell } from './context.ts';

/** Inside a project its own rooms are what matters; a new project begins from the list of them. */
export function roomsFor({ services, session }: Shell): readonly Room[] {
  const { projectId } = services.router.route.value;
  const state = session.value;
  const modality = state.status === 'open' ? state.session.project.value.modality : '';
  return rooms.filter(
    (room) =>
      !room.isUnlisted &&
      (room.modalities?.includes(modality) ?? true) &&
      (projectId === null ? room.scope === 'app' : room.id !== 'import'),
  );
}
