import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const homeRoom: Room = {
  id: 'home',
  label: strings.title,
  icon: 'home',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
