import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { contentTitle } from '../../../domain/content.ts';
import type { ClassDefinition, Item } from '../../../domain/records.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { extendedTo, moved, type Selection, toggled } from '../selection.ts';
import { strings } from '../strings.ts';

export interface PictureGridProps {
  readonly session: ProjectSession;
  readonly items: readonly Item[];
  readonly selection: Signal<Selection>;
}

/** Small pictures to be chosen by touch, mouse or keyboard; one stop of the Tab key. */
export function PictureGrid({ session, items, selection }: PictureGridProps) {
  const root = useRef<HTMLDivElement>(null);
  const { cursor, chosen } = selection.value;
  const { labels } = session.state.value;
  const { classes } = session.project.value;
  /** Null without an answer; an answer may be that none fits. */
  const answerOf = (item: Item): readonly ClassDefinition[] | null => {
    const label = labels.get(item.id);
    if (label?.kind !== 'answered') return null;
    return label.classes.flatMap((id) => classes.find((one) => one.id === id) ?? []);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = selection.peek();
    const layout = { columns: columnsOf(root.current), count: items.length };
    const next =
      moved(from, event.key, event.shiftKey, layout) ??
      (event.key === ' ' ? toggled(from, from.cursor) : null) ??
      (event.key === 'Escape' ? { ...from, chosen: new Set<number>() } : null);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    selection.value = next;
    root.current?.querySelector<HTMLElement>(`[data-at="${next.cursor}"]`)?.focus();
  };
  const onClick = (at: number, event: MouseEvent): void => {
    const from = selection.peek();
    selection.value = event.shiftKey ? extendedTo(from, at) : toggled(from, at);
  };
  return (
    <div
      ref={root}
      class="grid-pictures"
      role="listbox"
      aria-multiselectable="true"
      aria-label={strings.list}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {items.map((item, at) => {
        const answer = answerOf(item);
        const names = answer?.map(({ name }) => name);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys of all of them
          <div
            key={item.id}
            role="option"
            class="grid-picture"
            data-at={at}
            data-labelled={answer !== null}
            aria-selected={chosen.has(at)}
            aria-label={`${contentTitle(item.content)}${names ? strings.isNow(names) : ''}`}
            tabIndex={at === cursor ? 0 : -1}
            onClick={(event) => onClick(at, event)}
          >
            <ItemBrief session={session} content={item.content} />
            {answer && (
              <span class="grid-picture-class">
                {answer.map(({ id, colour, name }) => (
                  <ClassMark key={id} colour={colour} letter={name.charAt(0)} />
                ))}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** As the style sheet laid them out. */
function columnsOf(root: HTMLElement | null): number {
  return root ? getComputedStyle(root).gridTemplateColumns.split(' ').length : 1;
}
