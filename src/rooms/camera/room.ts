import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const cameraRoom: Room = {
  id: 'camera',
  label: strings.title,
  icon: 'camera',
  scope: 'project',
  modalities: ['image'],
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
