import type { ClassId } from '../../../../domain/records.ts';
import { activeClasses } from '../../../../domain/state.ts';
import type { ProjectSession } from '../../../../engine/api.ts';
import { ClassMark } from '../../../../ui/ClassMark.tsx';

export interface ClassButtonsProps {
  readonly session: ProjectSession;
  /** Stands first, since it is what the person is looking at. */
  readonly preferred: ClassId | null;
  /** The whole statement a button makes, for screen readers. */
  readonly nameFor: (className: string) => string;
  readonly onPress: (id: ClassId) => void;
}

/** One press says: this class. */
export function ClassButtons({ session, preferred, nameFor, onPress }: ClassButtonsProps) {
  const classes = activeClasses(session.project.value);
  const first = classes.filter(({ id }) => id === preferred);
  const rest = classes.filter(({ id }) => id !== preferred);
  return (
    <div class="study-classes">
      {[...first, ...rest].map(({ id, name, colour }) => (
        <button
          key={id}
          type="button"
          class="class-chip"
          aria-label={nameFor(name)}
          onClick={() => onPress(id)}
        >
          <ClassMark colour={colour} letter={name.slice(0, 1)} />
          <span>{name}</span>
        </button>
      ))}
    </div>
  );
}
