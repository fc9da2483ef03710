import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ItemId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { labelActions } from './actions.ts';
import { createDesk } from './desk.ts';
import { ChangedDialog } from './parts/ChangedDialog.tsx';
import { ClassButtons } from './parts/ClassButtons.tsx';
import { Deciding } from './parts/Deciding.tsx';
import { FlagDialog } from './parts/FlagDialog.tsx';
import { GuidelinesDialog } from './parts/GuidelinesDialog.tsx';
import { History } from './parts/History.tsx';
import { ItemCard } from './parts/ItemCard.tsx';
import { LastAnswer } from './parts/LastAnswer.tsx';
import { RestNudge } from './parts/RestNudge.tsx';
import { Side } from './parts/Side.tsx';
import { Waiting } from './parts/Waiting.tsx';
import { strings } from './strings.ts';
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
      labelActions({ session, desk, openGuidelines: show('guidelines'), openFlag: show('flag') }),
    [desk, session.project.value],
  );
  const parts = { services, session, desk };
  return (
    <div class="label">
      <h1 class="visually-hidden">{strings.heading(session.project.value.name)}</h1>
      <div class="label-desk">
        <RestNudge {...parts} />
        {desk.onShow.value ? <ItemCard {...parts} /> : <Waiting {...parts} />}
        <div class="label-thumb">
          <LastAnswer {...parts} onChanged={show('changed')} />
          {desk.onShow.value && <ClassButtons {...parts} />}
          <Deciding {...parts} onFlag={show('flag')} onGuidelines={show('guidelines')} />
        </div>
      </div>
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
