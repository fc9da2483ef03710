import { activeClasses } from '../../../domain/state.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import type { CameraDesk } from '../desk.ts';
import { strings } from '../strings.ts';

export interface ClassShuttersProps {
  readonly session: ProjectSession;
  readonly desk: CameraDesk;
}

/** One press takes a picture and says what it is. */
export function ClassShutters({ session, desk }: ClassShuttersProps) {
  const classes = activeClasses(session.project.value);
  if (classes.length === 0) return null;
  return (
    <section aria-label={strings.label}>
      <h2 class="camera-heading">{strings.label}</h2>
      <div class="camera-row">
        {classes.map(({ id, name, colour, key }) => (
          <button
            key={id}
            type="button"
            class="class-button"
            aria-label={strings.shootAs(name)}
            onClick={() => void desk.shoot(id)}
          >
            <ClassMark colour={colour} letter={name.charAt(0)} />
            <span>{name}</span>
            {key !== '' && <Kbd keys={key} />}
          </button>
        ))}
      </div>
    </section>
  );
}
