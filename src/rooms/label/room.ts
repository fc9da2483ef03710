import type { Room } from '../room.ts';
import { door } from './door.ts';

export const labelRoom: Room = {
  id: 'label',
  label: door.title,
  icon: 'label',
  scope: 'project',
  available: (session) => {
    if (!session) return door.needsProject;
    const active = session.project.value.classes.filter((one) => !one.retired && !one.mergedInto);
    return active.length > 0 ? true : door.needsClasses;
  },
  load: () => import('./Room.tsx'),
};
