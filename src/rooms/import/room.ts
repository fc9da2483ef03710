import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const importRoom: Room = {
  id: 'import',
  label: strings.title,
  icon: 'import',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
