import type { Room } from '../room.ts';
import { door } from './door.ts';

export const oversightRoom: Room = {
  id: 'oversight',
  label: door.title,
  icon: 'oversight',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
