import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const featuresRoom: Room = {
  id: 'features',
  label: strings.title,
  icon: 'features',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
