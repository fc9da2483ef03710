import type { Room } from '../room.ts';
import { strings } from './strings.ts';

export const labelRoom: Room = {
  id: 'label',
  label: strings.title,
  icon: 'label',
  scope: 'project',
  available: (session) => {
    if (!session) return strings.needsProject;
    const active = session.project.value.classes.filter((one) => !one.retired && !one.mergedInto);
    return active.length > 0 ? true : strings.needsClasses;
  },
  load: () => import('./Room.tsx'),
};
