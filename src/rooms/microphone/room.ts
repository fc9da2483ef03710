import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const microphoneRoom: Room = {
  id: 'microphone',
  label: strings.title,
  icon: 'microphone',
  scope: 'project',
  modalities: ['sound'],
  available: (session) => (session ? true : strings.needsProject),
  load: () => import('./Room.tsx'),
};
