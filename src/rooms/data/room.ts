import type { Room } from '../room.ts';
import { door } from './door.ts';

export const dataRoom: Room = {
  id: 'data',
  label: door.title,
  icon: 'data',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
