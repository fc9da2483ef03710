import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { strings } from '../strings.ts';
import type { MicrophoneProps } from './props.ts';

const SHOWN = 8;

/** What was kept in this visit, newest first. All of it is on the disk. */
export function KeptList({ session, desk }: MicrophoneProps) {
  const kept = desk.kept.value;
  const nameOf = (id: string): string =>
    session.project.value.classes.find((one) => one.id === id)?.name ?? '';
  return (
    <section class="microphone-kept" aria-label={strings.keptTitle}>
      <p role="status">{kept.length > 0 ? strings.saved(kept.length) : ''}</p>
      <ul>
        {kept.slice(0, SHOWN).map(({ item, classId }) => (
          <li key={item.id}>
            <ItemBrief session={session} content={item.content} />
            {classId && <strong>{nameOf(classId)}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
}
