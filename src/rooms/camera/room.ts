import type { Room } from '../room.ts';
import { door } from './door.ts';

export const cameraRoom: Room = {
  id: 'camera',
  label: door.title,
  icon: 'camera',
  scope: 'project',
  modalities: ['image'],
  available: (session) => session !== null || door.needsProject,
  load: () => import('./Room.tsx'),
};
