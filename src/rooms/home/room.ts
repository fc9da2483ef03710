import type { Room } from '../room.ts';
import { door } from './door.ts';

export const homeRoom: Room = {
  id: 'home',
  label: door.title,
  icon: 'home',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
