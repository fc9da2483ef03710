import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const dataRoom: Room = {
  id: 'data',
  label: strings.title,
  icon: 'data',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
