import type { Room } from '../room.ts';
import { door } from './door.ts';

export const modelsRoom: Room = {
  id: 'models',
  label: door.title,
  icon: 'models',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
