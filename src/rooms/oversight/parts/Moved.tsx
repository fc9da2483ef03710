import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { strings } from '../strings.ts';
import type { ComparedProps } from './Drift.tsx';
import { ItemList } from './ItemList.tsx';

const { drift: words } = strings;

/** "Ask me about these 30": as a list from which each can be answered. */
export function Moved({ services, session, report }: ComparedProps) {
  const isOpen = useSignal(false);
  // What was answered since is done.
  const open = report.moved.filter((id) => session.state.value.labels.get(id) === undefined);
  return (
    <>
      <h3>{words.movedTitle}</h3>
      {open.length === 0 && <p>{words.noMoved}</p>}
      {open.length > 0 && (
        <Button
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? words.hide : words.moved(open.length)}
        </Button>
      )}
      {isOpen.value && open.length > 0 && (
        <>
          <p class="oversight-quiet">{words.movedHint}</p>
          <ItemList services={services} session={session} itemIds={open} isToAnswer />
        </>
      )}
    </>
  );
}
