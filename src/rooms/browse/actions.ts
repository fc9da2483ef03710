import type { Signal } from '@preact/signals';
import { activeClasses } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { RoomAction } from '../room.ts';
import { planActions } from '../shared/adjust-many.ts';
import type { BrowseDesk } from './desk.ts';
import type { Labelling } from './labelling.ts';
import { nothing, type Selection, set } from './selection.ts';
import { strings } from './strings.ts';

export const SEARCH_ID = 'browse-search';

export interface ActionsInput {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly desk: BrowseDesk;
  readonly selection: Signal<Selection>;
  readonly labelling: Labelling;
}

export function browseActions(input: ActionsInput): readonly RoomAction[] {
  const { services, session, desk, selection, labelling } = input;
  const needsSome = (): string | null => (selection.peek().count > 0 ? null : strings.bar.nothing);
  const classes = classActions(input, needsSome);
  const taken = new Set(classes.map(({ shortcut }) => shortcut));
  const rest: readonly RoomAction[] = [
    {
      id: 'browse.search',
      label: strings.search,
      shortcut: '/',
      run: () => document.getElementById(SEARCH_ID)?.focus(),
    },
    {
      id: 'browse.undo',
      label: strings.undo,
      shortcut: 'u',
      run: () => undoLast(services, session),
      unavailable: () =>
        labelling.isBusy.peek()
          ? strings.bar.saving
          : session.state.peek().canUndo
            ? null
            : strings.nothingToUndo,
    },
    {
      id: 'browse.all',
      label: strings.bar.everyMatch,
      shortcut: 'Shift+A',
      run: () => selectAll(desk, selection),
    },
    {
      id: 'browse.none',
      label: strings.bar.none,
      shortcut: 'Shift+N',
      run: () => selectNone(selection),
      unavailable: needsSome,
    },
  ];
  // The keys of the classes are the person's own: they come first.
  const free = (one: RoomAction): RoomAction =>
    taken.has(one.shortcut) ? { ...one, shortcut: '' } : one;
  return [...classes, ...rest.map(free)];
}

/** One class by one key; where items may have several, a plan and the key that does it. */
function classActions(
  { session, labelling }: ActionsInput,
  unavailable: () => string | null,
): readonly RoomAction[] {
  const classes = activeClasses(session.project.value);
  if (session.project.value.mode === 'multi')
    return planActions({
      room: 'browse',
      classes,
      unavailable,
      onStep: labelling.step,
      onApply: labelling.apply,
      hasPlan: () => labelling.plan.peek().size > 0,
    });
  return classes.map((own) => ({
    id: `browse.class.${own.id}`,
    label: strings.bar.labelAs(own.name),
    shortcut: own.key,
    run: () => labelling.label(own),
    unavailable,
  }));
}

export function selectAll(desk: BrowseDesk, selection: Signal<Selection>): void {
  const shown = desk.shown.peek();
  if (shown) selection.value = set(selection.peek(), shown.answer.rows);
}

export function selectNone(selection: Signal<Selection>): void {
  const { chosen, cursor } = selection.peek();
  selection.value = { ...nothing(chosen.length), cursor, anchor: cursor };
}

/** The last act, whatever it was; all that one press decided falls together. */
async function undoLast(services: Services, session: ProjectSession): Promise<void> {
  const outcome = await session.run({ type: 'undo' });
  services.notify(
    outcome.ok
      ? { tone: 'plain', text: strings.undone }
      : { tone: 'bad', text: outcome.error.message },
  );
}
