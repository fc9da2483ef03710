import { useMemo } from 'preact/hooks';
import type { BrowseAnswer } from '../../../../workers/api.ts';
import { useLoaded } from '../../shared/use-loaded.ts';
import { Brief } from '../parts/Brief.tsx';
import { Facts } from '../parts/Facts.tsx';
import type { BrowseProps } from '../props.ts';
import { strings } from '../strings.ts';

export interface MapCardProps extends BrowseProps {
  readonly answer: BrowseAnswer;
  /** -1: none. */
  readonly row: number;
}

/** The item under the mouse, the finger or the cross. */
export function MapCard({ row, ...props }: MapCardProps) {
  return (
    <div class="browse-card" aria-live="polite">
      {row < 0 ? <p class="browse-quiet">{strings.map.noPoint}</p> : <Card {...props} row={row} />}
    </div>
  );
}

function Card({ services, session, desk, answer, row }: MapCardProps) {
  const id = useMemo(() => desk.idAt(row), [desk, row]);
  const { loaded } = useLoaded(() => session.item(id), [session, id]);
  const { router } = services;
  const item = loaded.status === 'ready' ? loaded.value : undefined;
  return (
    <>
      <div class="browse-brief">
        <Brief session={session} loaded={loaded} />
      </div>
      <Facts session={session} answer={answer} row={row} id={id} given={item?.given ?? null} />
      <div class="browse-links">
        <a href={router.href('label', session.id, id)}>{strings.openItem}</a>
        <a href={router.href('study', session.id, id)}>{strings.study}</a>
      </div>
    </>
  );
}
