import type { Room } from '../room.ts';
import { door } from './door.ts';

export const gridRoom: Room = {
  id: 'grid',
  label: door.name,
  icon: 'grid',
  scope: 'project',
  modalities: ['image'],
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
