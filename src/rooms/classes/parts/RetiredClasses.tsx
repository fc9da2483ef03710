import type { ClassDefinition } from '../../../domain/records.ts';
import { resolveClass } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

export function RetiredClasses({ services, session }: ClassesProps) {
  const { project } = session.state.value;
  const gone = project.classes.filter((one) => one.retired || one.mergedInto !== null);
  if (gone.length === 0) return null;
  const nameOf = (id: ClassDefinition['id']): string =>
    project.classes.find((one) => one.id === resolveClass(project, id))?.name ?? id;
  return (
    <section class="classes-retired" aria-label={strings.list.retired}>
      <h2>{strings.list.retired}</h2>
      <p class="classes-quiet">{strings.list.retiredHint}</p>
      <ul class="classes-list">
        {gone.map((definition) => (
          <li key={definition.id} class="classes-row classes-gone">
            <ClassMark colour={definition.colour} letter={definition.name.slice(0, 1)} />
            <div class="classes-row-words">
              <h3>{definition.name}</h3>
            </div>
            {definition.mergedInto !== null ? (
              <span class="classes-quiet">{strings.list.merged(nameOf(definition.id))}</span>
            ) : (
              <Button onClick={() => void restore({ services, session }, definition)}>
                {strings.list.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function restore({ services, session }: ClassesProps, { id, name }: ClassDefinition) {
  const refusal = await runWithUndo({
    services,
    session,
    command: { type: 'restore-class', classId: id },
    said: strings.said.restored(name),
  });
  if (refusal !== null) services.notify({ tone: 'bad', text: refusal });
}
