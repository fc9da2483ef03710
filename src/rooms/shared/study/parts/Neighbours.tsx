import type { Neighbour } from '../../../../../workers/api.ts';
import { useLoaded } from '../../use-loaded.ts';
import type { StudyProps } from '../props.ts';
import { namesOf, saySimilarity } from '../say.ts';
import { strings } from '../strings.ts';
import { Fold } from './Fold.tsx';

const SHOWN = 3;

/** The answered items that are most like this one. */
export function Neighbours(props: StudyProps) {
  const near = props.study.explanation.value.value?.neighbours.slice(0, SHOWN) ?? [];
  if (near.length === 0) return null;
  return (
    <Fold folds={props.folds} name="near" title={strings.near.title}>
      <NearList {...props} near={near} />
    </Fold>
  );
}

interface NearListProps extends StudyProps {
  readonly near: readonly Neighbour[];
}

function NearList({ near, services, session, nameOf, view, context }: NearListProps) {
  const ids = near.map(({ itemId }) => itemId);
  const { loaded } = useLoaded(() => session.items(ids), [session, ids.join()]);
  const contents = new Map(
    loaded.status === 'ready'
      ? loaded.value.flatMap((item) => (item ? [[item.id, item.content] as const] : []))
      : [],
  );
  return (
    <ul class="study-near">
      {near.map(({ itemId, similarity, classes }) => {
        const content = contents.get(itemId);
        return (
          <li key={itemId}>
            <a href={services.router.href('study', session.id, itemId)}>
              <span class="study-near-text">
                {content ? <view.Item {...context} content={content} isSmall /> : '…'}
              </span>
            </a>
            <span class="study-near-facts">
              <b>{namesOf(classes, nameOf)}</b>{' '}
              <span class="study-quiet">{saySimilarity(similarity)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
