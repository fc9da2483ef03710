import type { Room } from '../room.ts';
import { door } from './door.ts';

export const trustRoom: Room = {
  id: 'trust',
  label: door.title,
  icon: 'trust',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
