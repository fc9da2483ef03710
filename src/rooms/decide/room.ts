import type { Room } from '../room.ts';
import { door } from './door.ts';

export const decideRoom: Room = {
  id: 'decide',
  label: door.title,
  icon: 'decide',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
