import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const settingsRoom: Room = {
  id: 'settings',
  label: strings.title,
  icon: 'settings',
  scope: 'app',
  available: () => true,
  load: () => import('./Room.tsx'),
};
