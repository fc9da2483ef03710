import { useSignal } from '@preact/signals';
import { contentTitle } from '../../../domain/content.ts';
import type { ItemId } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';

const { items: words } = strings;
const PAGE = 10;
const NAME_CHARACTERS = 60;

interface ItemListProps extends Pick<OversightProps, 'services' | 'session'> {
  readonly itemIds: readonly ItemId[];
  /** Offers to answer them, rather than to see why. */
  readonly isToAnswer?: boolean;
}

export function ItemList({ itemIds, ...props }: ItemListProps) {
  const shown = useSignal(PAGE);
  const left = itemIds.length - shown.value;
  return (
    <>
      <ul class="oversight-items">
        {itemIds.slice(0, shown.value).map((id) => (
          <Row key={id} {...props} id={id} />
        ))}
      </ul>
      {left > 0 && (
        <Button
          onClick={() => {
            shown.value += PAGE;
          }}
        >
          {words.more(Math.min(PAGE, left))}
        </Button>
      )}
    </>
  );
}

function Row({
  services,
  session,
  isToAnswer = false,
  id,
}: Omit<ItemListProps, 'itemIds'> & { readonly id: ItemId }) {
  const { loaded } = useLoaded(() => session.item(id), [session, id]);
  const item = loaded.status === 'ready' ? loaded.value : undefined;
  const title = item ? contentTitle(item.content).slice(0, NAME_CHARACTERS) : '';
  return (
    <li>
      <div class="oversight-item">
        {loaded.status === 'failed' && loaded.message}
        {loaded.status === 'ready' &&
          (item ? <ItemBrief session={session} content={item.content} /> : words.gone)}
      </div>
      <a
        class="oversight-link"
        href={services.router.href(isToAnswer ? 'label' : 'study', session.id, id)}
        aria-label={isToAnswer ? words.labelOf(title) : words.studyOf(title)}
      >
        {isToAnswer ? words.label : words.study}
      </a>
    </li>
  );
}
