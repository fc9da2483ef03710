import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const trustRoom: Room = {
  id: 'trust',
  label: strings.title,
  icon: 'trust',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
