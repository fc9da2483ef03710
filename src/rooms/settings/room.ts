import type { Room } from '../room.ts';
import { door } from './door.ts';

export const settingsRoom: Room = {
  id: 'settings',
  label: door.title,
  icon: 'settings',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
