import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const browseRoom: Room = {
  id: 'browse',
  label: strings.name,
  icon: 'list',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
