import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const qualityRoom: Room = {
  id: 'quality',
  label: strings.title,
  icon: 'quality',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
