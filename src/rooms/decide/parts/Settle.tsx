import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { ClassId, ItemId } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import { isAskedBlind, routedItem } from '../../../domain/trust/incoming.ts';
import { viewOf } from '../../../modalities/views.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClassChip } from '../../../ui/ClassChip.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { percent } from '../../../ui/percent.ts';
import { useLoaded } from '../../shared/use-loaded.ts';
import { useOverview } from '../../shared/use-overview.ts';
import type { DecideProps } from '../props.ts';
import { sayClasses } from '../say.ts';
import { settleOne } from '../settle-one.ts';
import { strings } from '../strings.ts';
import { ReasonField } from './ReasonField.tsx';

const { settle: words } = strings;

interface SettleProps extends DecideProps {
  readonly itemId: ItemId;
  /** Items that come after it. */
  readonly left: number;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

/** One item and the classes; one press answers, and the next one comes. */
export function Settle({ services, session, itemId, left, onNext, onClose }: SettleProps) {
  const { loaded } = useLoaded(() => session.item(itemId), [session, itemId]);
  const overview = useOverview(session);
  const chosen = useSignal<readonly ClassId[]>([]);
  const reason = useSignal('');
  const shownAt = useSignal<number | null>(null);
  const onShown = useCallback(() => {
    shownAt.value = services.clock.now();
  }, [itemId]);
  const decision = session.state.value.decisions.get(itemId);
  const item = loaded.status === 'ready' ? loaded.value : undefined;
  const project = session.project.value;
  const isMulti = project.mode === 'multi';
  const answer = async (classes: readonly ClassId[]): Promise<void> => {
    if (shownAt.value === null || !decision) return; // Never answer what was not seen.
    const durationMs = services.clock.now() - shownAt.value;
    shownAt.value = null;
    const isSaved = await settleOne(
      { services, session },
      { decision, classes, reason: reason.value, durationMs },
    );
    if (isSaved) onNext();
    else shownAt.value = services.clock.now() - durationMs;
  };
  const press = (id: ClassId): void => {
    if (!isMulti) return void answer([id]);
    const { value } = chosen;
    chosen.value = value.includes(id) ? value.filter((one) => one !== id) : [...value, id];
  };
  useClassKeys(session, press);
  if (!decision) return null;
  const { Item } = viewOf(project.modality);
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <div class="decide-settle" data-ready={shownAt.value !== null}>
        <div class="decide-content">
          {item && (
            <Item
              content={item.content}
              media={session.media}
              overview={overview}
              settings={project.settings}
              onShown={onShown}
            />
          )}
          {loaded.status === 'failed' && loaded.message}
          {loaded.status === 'ready' && !item && strings.lists.gone}
        </div>
        <p class="decide-quiet">{sayProposal(session, decision)}</p>
        <fieldset class="decide-classes" aria-label={words.classes}>
          {activeClasses(project).map((definition) => (
            <ClassChip
              key={definition.id}
              definition={definition}
              selected={chosen.value.includes(definition.id)}
              onClick={() => press(definition.id)}
            />
          ))}
        </fieldset>
        {isMulti && (
          <Button variant="primary" onClick={() => void answer(chosen.value)}>
            {chosen.value.length === 0 ? words.saveNone : words.save}
          </Button>
        )}
        <ReasonField reason={reason} />
        <p class="decide-quiet">{words.left(left)}</p>
      </div>
    </Dialog>
  );
}

function sayProposal(
  session: DecideProps['session'],
  decision: Parameters<typeof routedItem>[0],
): string {
  const { classes, probability, route, reason } = routedItem(decision);
  if (reason.kind === 'unread') return words.unread;
  if (isAskedBlind(session.state.value, decision)) return words.blind;
  const names = sayClasses(session.project.value, classes);
  const say = route === 'accept' ? words.decided : words.proposal;
  return say(names, percent(probability));
}

/** The keys of the classes, as on the desk; not while something is typed. */
function useClassKeys(session: DecideProps['session'], press: (id: ClassId) => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const hit = activeClasses(session.project.value).find(({ key }) => key === event.key);
      if (!hit) return;
      event.preventDefault();
      latest.current(hit.id);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [session]);
}
