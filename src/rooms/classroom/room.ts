import type { Room } from '../room.ts';
import { door } from './door.ts';

export const classroomRoom: Room = {
  id: 'classroom',
  label: door.title,
  icon: 'board',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
