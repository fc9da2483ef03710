import { useMemo, useRef } from 'preact/hooks';
import type { BrowseAnswer } from '../../../../workers/api.ts';
import { contentTitle } from '../../../domain/content.ts';
import type { Item } from '../../../domain/records.ts';
import { type Loaded, useLoaded } from '../../shared/use-loaded.ts';
import type { BrowseProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Brief } from './Brief.tsx';
import { Facts } from './Facts.tsx';

export interface ItemCellProps extends BrowseProps {
  readonly answer: BrowseAnswer;
  readonly row: number;
  readonly isGrid: boolean;
  readonly isAtCursor: boolean;
  readonly onChoose: (isStretched: boolean) => void;
}

/** One item: what it is, what is known of it, and a box that selects it. */
export function ItemCell(props: ItemCellProps) {
  const { services, session, desk, selection, answer, row, isGrid, isAtCursor } = props;
  const id = useMemo(() => desk.idAt(row), [desk, row]);
  const { loaded } = useLoaded(() => session.item(id), [session, id]);
  const isStretched = useRef(false);
  const isChosen = selection.value.chosen[row] === 1;
  const title = titleOf(loaded);
  const tabIndex = isAtCursor ? 0 : -1;
  const { router } = services;
  return (
    <div class="browse-cell" data-grid={isGrid} data-chosen={isChosen}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only notes whether Shift is held; keys stretch with arrows */}
      <label
        class="browse-pick"
        onClick={(event) => {
          isStretched.current = event.shiftKey;
        }}
      >
        <input
          type="checkbox"
          data-cell
          tabIndex={tabIndex}
          checked={isChosen}
          aria-label={strings.select(title)}
          onChange={(event) => {
            event.currentTarget.checked = isChosen; // The selection decides what is shown.
            props.onChoose(isStretched.current);
            isStretched.current = false;
          }}
        />
        <span class="browse-brief">
          <Brief session={session} loaded={loaded} />
        </span>
      </label>
      <Facts
        session={session}
        answer={answer}
        row={row}
        id={id}
        given={loaded.status === 'ready' ? (loaded.value?.given ?? null) : null}
      />
      <div class="browse-links">
        <a
          href={router.href('label', session.id, id)}
          tabIndex={tabIndex}
          aria-label={strings.openOf(title)}
        >
          {strings.openItem}
        </a>
        <a
          href={router.href('study', session.id, id)}
          tabIndex={tabIndex}
          aria-label={strings.studyOf(title)}
        >
          {strings.study}
        </a>
      </div>
    </div>
  );
}

/** Enough of the item to tell one box from another. */
const TITLE_CHARACTERS = 60;

function titleOf(loaded: Loaded<Item | undefined>): string {
  return loaded.status === 'ready' && loaded.value
    ? contentTitle(loaded.value.content).slice(0, TITLE_CHARACTERS)
    : strings.loading;
}
