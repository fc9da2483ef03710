import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { contentTitle } from '../../../domain/content.ts';
import type { Item } from '../../../domain/records.ts';
import { recentHistory } from '../../../domain/state.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

const SHOWN = 10;

/** The last ten decisions; each opens its item again. */
export function History({ session, desk }: DeskProps) {
  const state = session.state.value;
  const items = useSignal<ReadonlyMap<string, Item>>(new Map());
  const entries = recentHistory(state, SHOWN * 2)
    .filter(
      ({ stands, eventId, itemId }) => stands && state.labels.get(itemId)?.eventId === eventId,
    )
    .slice(0, SHOWN);
  const key = entries.map(({ itemId }) => itemId).join();
  useEffect(() => {
    let isCurrent = true;
    void session.items(entries.map(({ itemId }) => itemId)).then((found) => {
      if (isCurrent)
        items.value = new Map(found.flatMap((item) => (item ? [[item.id, item]] : [])));
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return (
    <section class="side history">
      <h2>{strings.history.title}</h2>
      {entries.length === 0 && <p class="side-quiet">{strings.history.none}</p>}
      <ol>
        {entries.map(({ itemId, eventId }) => {
          const content = items.value.get(itemId)?.content;
          const title = content ? contentTitle(content).slice(0, 90) : '…';
          return (
            <li key={eventId}>
              <button
                type="button"
                class="history-entry"
                aria-label={strings.history.open(title)}
                onClick={() => void desk.open(itemId)}
              >
                <Answer session={session} itemId={itemId} />
                <span class="history-text">
                  {content ? <ItemBrief session={session} content={content} /> : title}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Answer({ session, itemId }: Pick<DeskProps, 'session'> & { readonly itemId: Item['id'] }) {
  const label = session.state.value.labels.get(itemId);
  if (label?.kind !== 'answered')
    return <Icon name={label?.kind === 'unsure' ? 'question' : 'skip'} />;
  const [first] = label.classes;
  const definition = session.project.value.classes.find(({ id }) => id === first);
  if (!definition) return <Icon name="close" />;
  return <ClassMark colour={definition.colour} letter={definition.name.slice(0, 1)} size={20} />;
}
