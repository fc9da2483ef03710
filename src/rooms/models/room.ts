import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const modelsRoom: Room = {
  id: 'models',
  label: strings.title,
  icon: 'models',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
