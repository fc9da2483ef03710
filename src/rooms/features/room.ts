import type { Room } from '../room.ts';
import { door } from './door.ts';

export const featuresRoom: Room = {
  id: 'features',
  label: door.title,
  icon: 'features',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
