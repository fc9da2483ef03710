import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const studyRoom: Room = {
  id: 'study',
  label: strings.title,
  icon: 'search',
  scope: 'project',
  isUnlisted: true,
  available: (session) => (session ? true : strings.needsProject),
  load: () => import('./Room.tsx'),
};
