import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const decideRoom: Room = {
  id: 'decide',
  label: strings.title,
  icon: 'decide',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
