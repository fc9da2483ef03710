import type { Room } from '../room.ts';
import { door } from './door.ts';

export const importRoom: Room = {
  id: 'import',
  label: door.title,
  icon: 'import',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
