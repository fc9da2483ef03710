import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const oversightRoom: Room = {
  id: 'oversight',
  label: strings.title,
  icon: 'oversight',
  scope: 'project',
  available: (session) => session !== null || strings.needsProject,
  load: () => import('./Room.tsx'),
};
