import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const gridRoom: Room = {
  id: 'grid',
  label: strings.name,
  icon: 'grid',
  scope: 'project',
  modalities: ['image'],
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
