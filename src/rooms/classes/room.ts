import type { Room } from '../room.ts';
import { door } from './door.ts';

export const classesRoom: Room = {
  id: 'classes',
  label: door.short,
  icon: 'classes',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
