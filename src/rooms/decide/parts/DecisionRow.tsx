import { contentTitle } from '../../../domain/content.ts';
import type { ItemId } from '../../../domain/records.ts';
import { isAskedBlind, routedItem, settledClasses } from '../../../domain/trust/incoming.ts';
import { Button } from '../../../ui/Button.tsx';
import { percent } from '../../../ui/percent.ts';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { DecideProps } from '../props.ts';
import { sayClasses, sayReason } from '../say.ts';
import { strings } from '../strings.ts';

const { lists: words } = strings;
const NAME_CHARACTERS = 60;

interface DecisionRowProps extends DecideProps {
  readonly id: ItemId;
  readonly onWork: () => void;
}

export function DecisionRow({ services, session, id, onWork }: DecisionRowProps) {
  const { loaded } = useLoaded(() => session.item(id), [session, id]);
  const decision = session.state.value.decisions.get(id);
  if (!decision) return null;
  const project = session.project.value;
  const { route, reason, classes, probability } = routedItem(decision);
  const item = loaded.status === 'ready' ? loaded.value : undefined;
  const title = item ? contentTitle(item.content).slice(0, NAME_CHARACTERS) : '';
  const said = settledClasses(session.state.value, decision);
  // What a spot check asks must not be answered by what stands beside it.
  const isBlind = isAskedBlind(session.state.value, decision);
  return (
    <div class="decide-item">
      <div class="decide-item-text">
        {loaded.status === 'loading' && words.loading}
        {loaded.status === 'failed' && loaded.message}
        {loaded.status === 'ready' &&
          (item ? <ItemBrief session={session} content={item.content} /> : words.gone)}
      </div>
      <p class="decide-item-said">
        {!isBlind && reason.kind !== 'unread' && (
          <b>{words.answer(sayClasses(project, classes), percent(probability))}</b>
        )}
        <span class="decide-quiet">{sayReason(project, reason)}</span>
        {said && <span>{words.said(sayClasses(project, said))}</span>}
      </p>
      <div class="decide-row">
        <Button
          onClick={onWork}
          aria-label={route === 'accept' ? words.overrideOf(title) : words.openOf(title)}
        >
          {route === 'accept' || said ? words.override : words.open}
        </Button>
        {!isBlind && (
          <a
            class="decide-why"
            href={services.router.href('study', session.id, id)}
            aria-label={words.whyOf(title)}
          >
            {words.why}
          </a>
        )}
      </div>
    </div>
  );
}
