import type { Room } from '../room.ts';
import { door } from './door.ts';

export const studyRoom: Room = {
  id: 'study',
  label: door.title,
  icon: 'search',
  scope: 'project',
  isUnlisted: true,
  available: (session) => (session ? true : door.needsProject),
  load: () => import('./Room.tsx'),
};
