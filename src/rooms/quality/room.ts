import type { Room } from '../room.ts';
import { door } from './door.ts';

export const qualityRoom: Room = {
  id: 'quality',
  label: door.title,
  icon: 'quality',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
