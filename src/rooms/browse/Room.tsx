import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { withoutModel } from '../../domain/browse/filter.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { browseActions } from './actions.ts';
import { fromAddress, type Place, toAddress } from './address.ts';
import { createBrowseDesk } from './desk.ts';
import { createLabelling } from './labelling.ts';
import { ChosenBar } from './parts/ChosenBar.tsx';
import { Count } from './parts/Count.tsx';
import { Filters } from './parts/Filters.tsx';
import { Found } from './parts/Found.tsx';
import { SearchBar } from './parts/SearchBar.tsx';
import type { GoTo } from './props.ts';
import { grown, nothing, type Selection } from './selection.ts';
import { strings } from './strings.ts';
import './browse.css';

export default function BrowseRoom({ services, session, path }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  return <BrowsePage services={services} session={session} path={path} />;
}

interface BrowsePageProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly path: string;
}

function BrowsePage({ services, session, path }: BrowsePageProps) {
  const isSilent = session.project.value.settings.proposal === 'never';
  const place = useMemo(() => placeOf(path, isSilent), [path, isSilent]);
  const desk = useMemo(() => createBrowseDesk(services, session), [services, session]);
  useEffect(() => desk.dispose, [desk]);
  const selection = useSignal<Selection>(nothing(0));
  const rows = desk.index.value?.rows ?? 0;
  useEffect(() => {
    selection.value = grown(selection.peek(), rows);
  }, [rows, selection]);
  const wanted = JSON.stringify(place.filter);
  useEffect(() => desk.ask(place.filter), [desk, wanted]);
  const labelling = useMemo(
    () => createLabelling({ services, session, desk, selection }),
    [services, session, desk, selection],
  );
  const go = useGo(services, session);
  const parts = { services, session, desk, place, selection, isSilent };
  useActions(services, () => browseActions({ services, session, desk, selection, labelling }), [
    session,
    session.project.value,
    desk,
    labelling,
  ]);
  const isRead = useComputed(() => desk.index.value !== null);
  return (
    <div class="browse" data-view={place.view}>
      <header class="browse-head">
        <h1>{strings.title}</h1>
        <Count {...parts} />
      </header>
      <SearchBar place={place} go={go} />
      <Filters {...parts} go={go} />
      <Reading desk={desk} />
      {isRead.value && <Found {...parts} go={go} />}
      {isRead.value && <ChosenBar {...parts} labelling={labelling} />}
    </div>
  );
}

/** A project that never shows proposals shows none here either, nor what follows from them. */
function placeOf(path: string, isSilent: boolean): Place {
  const place = fromAddress(path);
  return isSilent ? { ...place, filter: withoutModel(place.filter) } : place;
}

function Reading({ desk }: { readonly desk: ReturnType<typeof createBrowseDesk> }) {
  const reading = desk.reading.value;
  const problem = desk.problem.value;
  if (problem !== null) return <Notice tone="bad">{problem}</Notice>;
  if (reading === null) return desk.index.value ? null : <Spinner label={strings.asking} />;
  const { read, total } = reading;
  return <Progress value={read / Math.max(1, total)} label={strings.reading(read, total)} />;
}

/** Keys of one burst of typing are one step of the history. */
function useGo(services: Services, session: ProjectSession): GoTo {
  const isTypingOn = useRef(false);
  return useMemo(
    () =>
      (next, isTyping = false) => {
        const { router } = services;
        const move = isTyping && isTypingOn.current ? router.replace : router.go;
        isTypingOn.current = isTyping;
        move('browse', session.id, toAddress(next));
      },
    [services, session],
  );
}
