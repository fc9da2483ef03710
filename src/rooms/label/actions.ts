/** Every act of the label room as a record: buttons, palette, shortcut sheet and keys share them. */

import { proposalTiming } from '../../domain/explanation/proposal-timing.ts';
import { activeClasses } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { RoomAction } from '../room.ts';
import { isMeasuring } from './blind.ts';
import type { Desk } from './desk.ts';
import type { Panel } from './panel.ts';
import { strings } from './strings.ts';
import { isKeyFree, WHY_KEY } from './why-key.ts';

export interface LabelActionsInput {
  readonly session: ProjectSession;
  readonly desk: Desk;
  readonly openGuidelines: () => void;
  readonly openFlag: () => void;
  readonly panel: Panel;
}

export function labelActions(input: LabelActionsInput): readonly RoomAction[] {
  return [...classActions(input), ...decisionActions(input), ...movingActions(input)];
}

function classActions({ session, desk }: LabelActionsInput): readonly RoomAction[] {
  const { mode } = session.project.value;
  const isMulti = mode === 'multi';
  return activeClasses(session.project.value).map((definition) => ({
    id: `label.class.${definition.id}`,
    label: isMulti ? strings.toggle(definition.name) : strings.answerWith(definition.name),
    shortcut: definition.key,
    run: () => (isMulti ? desk.toggle(definition.id) : desk.decide('answered', [definition.id])),
    unavailable: () => (desk.onShow.value ? null : strings.nothingShown),
  }));
}

function decisionActions({ session, desk, openFlag }: LabelActionsInput): readonly RoomAction[] {
  const needsItem = (): string | null => (desk.onShow.value ? null : strings.nothingShown);
  const isMulti = session.project.value.mode === 'multi';
  return [
    {
      id: 'label.enter',
      label: isMulti ? strings.submit : strings.accept,
      shortcut: 'Enter',
      run: () => enter(session, desk),
      unavailable: () =>
        needsItem() ?? (isMulti || proposalOnShow(session, desk) ? null : strings.noProposal),
    },
    {
      id: 'label.skip',
      label: strings.skip,
      shortcut: 's',
      run: () => desk.decide('skipped', []),
      unavailable: needsItem,
    },
    {
      id: 'label.unsure',
      label: strings.unsure,
      shortcut: 'n',
      run: () => desk.decide('unsure', []),
      unavailable: needsItem,
    },
    { id: 'label.flag', label: strings.flag, shortcut: 'f', run: openFlag, unavailable: needsItem },
  ];
}

function movingActions({
  session,
  desk,
  openGuidelines,
  panel,
}: LabelActionsInput): readonly RoomAction[] {
  const { state } = session;
  const canUndo = (): string | null => (state.value.canUndo ? null : strings.nothingToUndo);
  const canRedo = (): string | null => (state.value.canRedo ? null : strings.nothingToRedo);
  return [
    { id: 'label.undo', label: strings.undo, shortcut: 'u', run: desk.undo, unavailable: canUndo },
    {
      id: 'label.undo-too',
      label: strings.undo,
      shortcut: '$mod+z',
      run: desk.undo,
      unavailable: canUndo,
    },
    {
      id: 'label.redo',
      label: strings.redo,
      shortcut: 'Shift+U',
      run: desk.redo,
      unavailable: canRedo,
    },
    {
      id: 'label.redo-too',
      label: strings.redo,
      shortcut: '$mod+Shift+z',
      run: desk.redo,
      unavailable: canRedo,
    },
    { id: 'label.back', label: strings.back, shortcut: 'ArrowLeft', run: () => desk.walk(-1) },
    {
      id: 'label.forward',
      label: strings.forward,
      shortcut: 'ArrowRight',
      run: () => desk.walk(1),
    },
    {
      id: 'label.why',
      label: strings.panel.toggle,
      shortcut: isKeyFree(session.project.value) ? WHY_KEY : '',
      run: panel.toggle,
    },
    { id: 'label.guidelines', label: strings.guidelines, shortcut: 'g', run: openGuidelines },
  ];
}

/** The proposal may be accepted only where the person can see it. */
export function proposalOnShow(session: ProjectSession, desk: Desk) {
  const shown = desk.onShow.value;
  if (!shown?.question) return null;
  const { record, proposal } = shown.question;
  const timing = proposalTiming(session.state.value, shown.item.id, isMeasuring(record));
  return timing === 'before' ? proposal : null;
}

function enter(session: ProjectSession, desk: Desk): Promise<void> {
  const proposal = proposalOnShow(session, desk);
  const isMulti = session.project.value.mode === 'multi';
  const isUntouched = desk.chosen.value.size === 0;
  if (isMulti && !(isUntouched && proposal)) return desk.decide('answered', [...desk.chosen.value]);
  return proposal ? desk.decide('answered', proposal.classes) : Promise.resolve();
}
