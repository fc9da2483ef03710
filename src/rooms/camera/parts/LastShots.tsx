import type { ProjectSession } from '../../../engine/api.ts';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import type { CameraDesk } from '../desk.ts';
import { strings } from '../strings.ts';

export interface LastShotsProps {
  readonly session: ProjectSession;
  readonly desk: CameraDesk;
  readonly isToDecide: boolean;
}

export function LastShots({ session, desk, isToDecide }: LastShotsProps) {
  const shots = desk.shots.value;
  if (shots.length === 0) return null;
  const nameOf = (id: (typeof shots)[number]['classId']): string =>
    id === null
      ? isToDecide
        ? strings.undecided
        : strings.unlabelled
      : strings.labelled(session.project.value.classes.find((one) => one.id === id)?.name ?? '');
  return (
    <section aria-label={strings.last}>
      <h2 class="camera-heading">{strings.last}</h2>
      <ul class="camera-shots">
        {shots.map(({ item, classId }) => (
          <li key={item.id}>
            <ItemBrief session={session} content={item.content} />
            <span class="camera-quiet">{nameOf(classId)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
