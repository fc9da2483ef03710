import type { Room } from '../room.ts';
import { door } from './door.ts';

export const browseRoom: Room = {
  id: 'browse',
  label: door.name,
  icon: 'list',
  scope: 'project',
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
