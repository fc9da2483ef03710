import { contentTitle } from '../../../domain/content.ts';
import type { Item, ItemId, Project } from '../../../domain/records.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { formatAgo } from '../../shared/format-time.ts';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { type Loaded, useLoaded } from '../../shared/use-loaded.ts';
import type { DataProps } from '../props.ts';
import { strings } from '../strings.ts';

interface ReviewRowProps extends DataProps {
  readonly id: ItemId;
}

export function ReviewRow({ services, session, id }: ReviewRowProps) {
  const { loaded } = useLoaded(() => session.item(id), [session, id]);
  const state = session.state.value;
  const label = state.labels.get(id);
  const note = state.flags.get(id);
  return (
    <div class="data-row">
      <a class="data-item" href={services.router.href('label', session.id, id)}>
        <span class="data-item-text">
          {loaded.status === 'loading' && strings.review.loading}
          {loaded.status === 'failed' && loaded.message}
          {loaded.status === 'ready' &&
            (loaded.value ? (
              <ItemBrief session={session} content={loaded.value.content} />
            ) : (
              strings.review.gone
            ))}
        </span>
        <span class="data-item-meta data-quiet">
          {label?.classes.map((classId) => (
            <ClassName key={classId} project={session.project.value} classId={classId} />
          ))}
          {note !== undefined && note !== '' && <span>{strings.review.note(note)}</span>}
          {label !== undefined && <span>{formatAgo(label.at, services.clock.now())}</span>}
        </span>
      </a>
      <a
        class="data-study"
        href={services.router.href('study', session.id, id)}
        aria-label={strings.review.study(textOf(loaded))}
      >
        {strings.review.studyShort}
      </a>
    </div>
  );
}

/** Enough of the text to tell one link from another. */
const NAME_CHARACTERS = 60;

function textOf(loaded: Loaded<Item | undefined>): string {
  return loaded.status === 'ready' && loaded.value
    ? contentTitle(loaded.value.content).slice(0, NAME_CHARACTERS)
    : '';
}

interface ClassNameProps {
  readonly project: Project;
  readonly classId: Project['classes'][number]['id'];
}

function ClassName({ project, classId }: ClassNameProps) {
  const definition = project.classes.find((one) => one.id === classId);
  if (definition === undefined) return null;
  return (
    <span class="data-class">
      <ClassMark colour={definition.colour} letter={definition.name.slice(0, 1)} />
      {definition.name}
    </span>
  );
}
