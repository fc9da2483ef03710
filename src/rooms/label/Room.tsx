import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { proposalTiming } from '../../domain/explanation/proposal-timing.ts';
import type { ItemId } from '../../domain/records.ts';
import { recentHistory } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { labelActions } from './actions.ts';
import { isMeasuring } from './blind.ts';
import { createDesk, type Desk } from './desk.ts';
import { createPanel } from './panel.ts';
import { ChangedDialog } from './parts/ChangedDialog.tsx';
import { ClassButtons } from './parts/ClassButtons.tsx';
import { Deciding } from './parts/Deciding.tsx';
import { FlagDialog } from './parts/FlagDialog.tsx';
import { GuidelinesDialog } from './parts/GuidelinesDialog.tsx';
import { History } from './parts/History.tsx';
import { ItemCard } from './parts/ItemCard.tsx';
import { LastAnswer } from './parts/LastAnswer.tsx';
import { Negotiation } from './parts/Negotiation.tsx';
import { Relabelling } from './parts/Relabelling.tsx';
import { RestNudge } from './parts/RestNudge.tsx';
import { Side } from './parts/Side.tsx';
import { Waiting } from './parts/Waiting.tsx';
import { WhyPanel } from './parts/WhyPanel.tsx';
import { strings } from './strings.ts';
import { studyTarget } from './study-target.ts';
import './label.css';

export default function LabelRoom({ services, session, path }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  return <LabelDesk services={services} session={session} path={path} />;
}

interface LabelDeskProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly path: string;
}

type Open = 'nothing' | 'guidelines' | 'flag' | 'changed';

function LabelDesk({ services, session, path }: LabelDeskProps) {
  const desk = useMemo(() => createDesk(session, services), [session]);
  const panel = useMemo(() => createPanel(sessionStorage), []);
  const open = useSignal<Open>('nothing');
  const close = (): void => {
    open.value = 'nothing';
  };
  const show = (what: Open) => (): void => {
    open.value = what;
  };
  useEffect(() => desk.dispose, [desk]);
  useEffect(() => {
    if (path !== '') void desk.open(path as ItemId);
  }, [path, desk]);
  useActions(
    services,
    () =>
      labelActions({
        session,
        desk,
        panel,
        openGuidelines: show('guidelines'),
        openFlag: show('flag'),
      }),
    [desk, session.project.value],
  );
  const parts = { services, session, desk };
  const itemId = targetOf(session, desk);
  return (
    <div class="label" data-why={panel.isOpen.value}>
      <h1 class="visually-hidden">{strings.heading(session.project.value.name)}</h1>
      <div class="label-desk">
        <RestNudge {...parts} />
        <Relabelling {...parts} />
        {desk.onShow.value ? <ItemCard {...parts} /> : <Waiting {...parts} />}
        <div class="label-thumb">
          <LastAnswer
            {...parts}
            panel={panel}
            isExplainable={itemId !== null}
            onChanged={show('changed')}
          />
          <Negotiation {...parts} panel={panel} />
          {desk.onShow.value && <ClassButtons {...parts} />}
          <Deciding {...parts} onFlag={show('flag')} onGuidelines={show('guidelines')} />
        </div>
      </div>
      <WhyPanel {...parts} panel={panel} itemId={itemId} />
      <aside class="label-side">
        <Side {...parts} />
        <History {...parts} />
      </aside>
      <GuidelinesDialog {...parts} open={open.value === 'guidelines'} onClose={close} />
      <FlagDialog {...parts} open={open.value === 'flag'} onClose={close} />
      <ChangedDialog {...parts} open={open.value === 'changed'} onClose={close} />
    </div>
  );
}

/** How far back the last answer is looked for, when the newest decisions were skips. */
const LOOK_BACK = 20;

function targetOf(session: ProjectSession, desk: Desk): ItemId | null {
  const state = session.state.value;
  const isAnswered = (id: ItemId): boolean => state.labels.get(id)?.kind === 'answered';
  const shown = desk.onShow.value;
  const last = recentHistory(state, LOOK_BACK).find(
    ({ stands, itemId }) => stands && isAnswered(itemId),
  );
  return studyTarget({
    onShow: shown && { itemId: shown.item.id, isAsked: shown.question !== null },
    last: last?.itemId ?? null,
    isAnswered,
    timing: shown
      ? proposalTiming(session.state.value, shown.item.id, isMeasuring(shown.question?.record))
      : 'after',
  });
}
