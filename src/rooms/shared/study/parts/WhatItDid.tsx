import { useComputed, useSignal } from '@preact/signals';
import type { LearnedChange } from '../../../../../workers/api.ts';
import { contentTitle } from '../../../../domain/content.ts';
import { Button } from '../../../../ui/Button.tsx';
import { useLoaded } from '../../use-loaded.ts';
import type { StudyProps } from '../props.ts';
import { rightOf } from '../say.ts';
import { strings } from '../strings.ts';

const LISTED = 20;
const MAX_CHARACTERS = 140;

/** After an act: what was said, what it changed, and whether it helped. */
export function WhatItDid({ services, session, study }: StudyProps) {
  const act = study.lastAct.value;
  const isUndoable = useComputed(() => {
    const top = session.state.value.canUndo;
    return top !== null && (study.lastAct.value?.events.includes(top) ?? false);
  });
  const { change } = session.learner.value;
  const own = act && change?.events.some((id) => act.events.includes(id)) ? change : null;
  const isGone = act && !own && isLearned(session.learner.value.learnedUpTo, act.events);
  const undo = (): void => void study.undo();
  return (
    <div class="study-did" role="status">
      {act && (
        <p>
          {act.said} {!own && !isGone && <span class="study-quiet">{strings.did.learning}</span>}
          {own && <Change change={own} />}{' '}
          {isUndoable.value && (
            <Button variant="quiet" icon="undo" onClick={undo}>
              {strings.did.undo}
            </Button>
          )}
        </p>
      )}
      {own && own.flipped > 0 && (
        <Flipped key={own.events.join()} {...{ services, session }} change={own} />
      )}
    </div>
  );
}

/** Something newer was learned since, so that what this act did alone is no longer told. */
function isLearned(upTo: string | null, events: readonly string[]): boolean {
  return upTo !== null && events.every((id) => id <= upTo);
}

function Change({ change }: { readonly change: LearnedChange }) {
  const { flipped, qualityBefore, qualityAfter } = change;
  const { did } = strings;
  return (
    <span>
      {did.flipped(flipped)}{' '}
      <span class="study-quiet">
        {qualityBefore && qualityAfter && qualityAfter.n > 0
          ? did.quality(rightOf(qualityBefore), rightOf(qualityAfter), qualityAfter.n)
          : did.unmeasured}
      </span>
    </span>
  );
}

interface FlippedProps extends Pick<StudyProps, 'services' | 'session'> {
  readonly change: LearnedChange;
}

/** The items whose prediction is now another one; each opens in its own study. */
function Flipped({ services, session, change }: FlippedProps) {
  const isOpen = useSignal(false);
  return (
    <details
      class="study-details"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{strings.did.show}</summary>
      {isOpen.value && <FlippedList services={services} session={session} change={change} />}
    </details>
  );
}

function FlippedList({ services, session, change }: FlippedProps) {
  const ids = change.flippedItems.slice(0, LISTED);
  const { loaded } = useLoaded(() => session.items(ids), [session, ids.join()]);
  if (loaded.status === 'loading') return null;
  if (loaded.status === 'failed') return <p>{strings.failed(loaded.message)}</p>;
  const more = change.flipped - ids.length;
  return (
    <>
      <ul class="study-list">
        {loaded.value.map(
          (item) =>
            item && (
              <li key={item.id}>
                <a href={services.router.href('study', session.id, item.id)} dir="auto">
                  {contentTitle(item.content).slice(0, MAX_CHARACTERS)}
                </a>
              </li>
            ),
        )}
      </ul>
      {more > 0 && <p class="study-quiet">{strings.did.more(more)}</p>}
    </>
  );
}
