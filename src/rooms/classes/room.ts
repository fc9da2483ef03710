import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const classesRoom: Room = {
  id: 'classes',
  label: strings.short,
  icon: 'classes',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
