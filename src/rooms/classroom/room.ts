import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const classroomRoom: Room = {
  id: 'classroom',
  label: strings.title,
  icon: 'board',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
