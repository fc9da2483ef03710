import { useSignal } from '@preact/signals';
import type { ItemId } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { strings } from '../strings.ts';
import type { ComparedProps } from './Drift.tsx';
import { ItemList } from './ItemList.tsx';

const { drift: words } = strings;

/** "Ask me about these 30": they come first in Label, one after the other. */
export function Moved({ services, session, report }: ComparedProps) {
  const isOpen = useSignal(false);
  // What was answered since is done.
  const open = report.moved.filter((id) => session.state.value.labels.get(id) === undefined);
  const ask = async (itemIds: readonly ItemId[]): Promise<void> => {
    const outcome = await session.run({ type: 'open-relabelling', cause: 'drift', itemIds });
    if (outcome.ok) services.router.go('label', session.id);
    else services.notify({ tone: 'bad', text: outcome.error.message });
  };
  return (
    <>
      <h3>{words.movedTitle}</h3>
      {open.length === 0 && <p>{words.noMoved}</p>}
      {open.length > 0 && (
        <>
          <p class="oversight-quiet">{words.movedHint}</p>
          <div class="oversight-row">
            <Button variant="primary" onClick={() => void ask(open)}>
              {words.moved(open.length)}
            </Button>
            <Button
              aria-expanded={isOpen.value}
              onClick={() => {
                isOpen.value = !isOpen.value;
              }}
            >
              {isOpen.value ? words.hide : words.show}
            </Button>
          </div>
        </>
      )}
      {isOpen.value && open.length > 0 && (
        <ItemList services={services} session={session} itemIds={open} isToAnswer />
      )}
    </>
  );
}
