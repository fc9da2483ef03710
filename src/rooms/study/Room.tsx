import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { proposalTiming } from '../../domain/explanation/proposal-timing.ts';
import type { ItemId } from '../../domain/records.ts';
import { recentHistory } from '../../domain/state.ts';
import { isKeptBlind } from '../../domain/trust/incoming.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { RoomProps } from '../room.ts';
import { ItemStudy } from '../shared/study/ItemStudy.tsx';
import { useLoaded } from '../shared/use-loaded.ts';
import { strings } from './strings.ts';
import './study-room.css';

/** One item of the project under the lens; without one named, the last that was answered. */
export default function StudyRoom({ services, session, path }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  const itemId = path === '' ? lastDecided(session) : (path as ItemId);
  return <StudyPage services={services} session={session} itemId={itemId} />;
}

interface StudyPageProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly itemId: ItemId | null;
}

function StudyPage({ services, session, itemId }: StudyPageProps) {
  const heading = useHeadingFocus(itemId);
  const toLabel = (path?: string): void => services.router.go('label', session.id, path);
  return (
    <div class="study-room">
      <header class="study-room-head">
        <h1 ref={heading} tabIndex={-1}>
          {strings.heading}
        </h1>
        {itemId !== null && (
          <Button icon="label" onClick={() => toLabel(itemId)}>
            {strings.toItem}
          </Button>
        )}
        <Button variant="quiet" icon="back" onClick={() => toLabel()}>
          {strings.back}
        </Button>
      </header>
      {itemId === null ? (
        <EmptyState
          title={strings.none.title}
          actions={<Button onClick={() => toLabel()}>{strings.back}</Button>}
        >
          {strings.none.words}
        </EmptyState>
      ) : (
        <Gate key={itemId} {...{ services, session, itemId }} />
      )}
    </div>
  );
}

/** Another item in the same room is another page: begin at its top. */
function useHeadingFocus(itemId: ItemId | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(itemId);
  useEffect(() => {
    if (before.current === itemId) return;
    before.current = itemId;
    scrollTo(0, 0);
    heading.current?.focus();
  }, [itemId]);
  return heading;
}

interface GateProps extends StudyPageProps {
  readonly itemId: ItemId;
}

/** The person's answer comes first, unless the project shows proposals before anyway. */
function Gate({ services, session, itemId }: GateProps) {
  const isAsked = useSignal(false);
  const timing = proposalTiming(session.state.value, itemId, false);
  const { loaded } = useLoaded(() => session.item(itemId), [session, itemId]);
  if (loaded.status === 'loading') return null;
  const isAnswered = session.state.value.labels.get(itemId)?.kind === 'answered';
  // What came with an answer is not asked about, and what is gone is said so by the study.
  const isSettled = loaded.status === 'failed' || !loaded.value || loaded.value.given !== null;
  const isBlind = isKeptBlind(session.state.value, itemId); // The study itself says so.
  if (isBlind || isAnswered || isSettled || isAsked.value || timing === 'before') {
    return <ItemStudy services={services} session={session} itemId={itemId} isAlone />;
  }
  const answer = (): void => services.router.go('label', session.id, itemId);
  const look = (): void => {
    isAsked.value = true;
  };
  return (
    <Notice
      tone="plain"
      title={strings.gate.title}
      actions={
        <>
          <Button variant="primary" onClick={answer}>
            {strings.gate.answer}
          </Button>
          <Button onClick={look}>{strings.gate.look}</Button>
        </>
      }
    >
      {strings.gate.words}
    </Notice>
  );
}

function lastDecided(session: ProjectSession): ItemId | null {
  const state = session.state.value;
  const answered = recentHistory(state, 50).find(
    ({ itemId, eventId }) =>
      state.labels.get(itemId)?.eventId === eventId &&
      state.labels.get(itemId)?.kind === 'answered',
  );
  return answered?.itemId ?? null;
}
