import type { Room } from '../room.ts';
import { door } from './door.ts';

export const microphoneRoom: Room = {
  id: 'microphone',
  label: door.title,
  icon: 'microphone',
  scope: 'project',
  modalities: ['sound'],
  available: (session) => (session ? true : door.needsProject),
  load: () => import('./Room.tsx'),
};
