/**
 * Every act of a person on a project, as data. `decide` turns one into events or a refusal in
 * plain words; it changes nothing itself.
 */
import type { ProjectState } from '../state.ts';
import { type AddClass, addClass } from './add-class.ts';
import { type AdjustItems, adjustItems } from './adjust-items.ts';
import { type AnswerItem, answerItem } from './answer-item.ts';
import { type AnswerItems, answerItems } from './answer-items.ts';
import { type ChangeClass, changeClass } from './change-class.ts';
import { type ChangeGuidelines, changeGuidelines } from './change-guidelines.ts';
import { type ChangeLevel, changeLevel } from './change-level.ts';
import { type ChangeSettings, changeSettings } from './change-settings.ts';
import {
  type DeleteCheckpoint,
  deleteCheckpoint,
  type RecordCheckpoint,
  type RenameCheckpoint,
  type RollBack,
  recordCheckpoint,
  renameCheckpoint,
  rollBack,
} from './checkpoints.ts';
import { type CreateProject, createProject } from './create-project.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';
import { type FlagItem, flagItem } from './flag-item.ts';
import { type JudgeCounterfactual, judgeCounterfactual } from './judge-counterfactual.ts';
import { type MarkFeature, markFeature } from './mark-feature.ts';
import { type MarkRegion, markRegion } from './mark-region.ts';
import { type MarkUnsure, markUnsure } from './mark-unsure.ts';
import { type MergeClasses, mergeClasses } from './merge-classes.ts';
import { type RecordImport, recordImport } from './record-import.ts';
import { type Redo, redo } from './redo.ts';
import {
  type EndRelabelling,
  endRelabelling,
  type OpenRelabelling,
  openRelabelling,
} from './relabelling.ts';
import { type RenameProject, renameProject } from './rename-project.ts';
import { type RestoreClass, restoreClass } from './restore-class.ts';
import { type RetireClass, retireClass } from './retire-class.ts';
import { type RouteItems, routeItems } from './route-items.ts';
import { type SaveEdit, saveEdit } from './save-edit.ts';
import { type SetGroupThreshold, setGroupThreshold } from './set-group-threshold.ts';
import { type SettleDecision, settleDecision } from './settle-decision.ts';
import { type SettleRepeat, settleRepeat } from './settle-repeat.ts';
import { type SkipItem, skipItem } from './skip-item.ts';
import { type Together, together } from './together.ts';
import { type Undo, undo } from './undo.ts';
import { type UnflagItem, unflagItem } from './unflag-item.ts';
import { type WithdrawFeedback, withdrawFeedback } from './withdraw-feedback.ts';

export type { CommandContext, Decision } from './decision.ts';

export type Command = SingleCommand | Together;

export type SingleCommand =
  | CreateProject
  | RenameProject
  | ChangeSettings
  | SetGroupThreshold
  | ChangeGuidelines
  | AddClass
  | ChangeClass
  | MergeClasses
  | RetireClass
  | RestoreClass
  | AnswerItem
  | AnswerItems
  | AdjustItems
  | SkipItem
  | MarkUnsure
  | SettleRepeat
  | FlagItem
  | UnflagItem
  | MarkFeature
  | MarkRegion
  | SaveEdit
  | JudgeCounterfactual
  | WithdrawFeedback
  | RouteItems
  | SettleDecision
  | ChangeLevel
  | OpenRelabelling
  | EndRelabelling
  | Undo
  | Redo
  | RecordCheckpoint
  | RenameCheckpoint
  | DeleteCheckpoint
  | RollBack
  | RecordImport;

export function decide(
  state: ProjectState | null,
  command: Command,
  context: CommandContext,
): Decision {
  if (command.type === 'create-project') return createProject(command, context);
  if (!state) return refuse('Open a project first.');
  switch (command.type) {
    case 'rename-project':
      return renameProject(state, command, context);
    case 'change-settings':
      return changeSettings(state, command, context);
    case 'set-group-threshold':
      return setGroupThreshold(state, command, context);
    case 'change-guidelines':
      return changeGuidelines(state, command, context);
    case 'answer-item':
      return answerItem(state, command, context);
    case 'answer-items':
      return answerItems(state, command, context);
    case 'adjust-items':
      return adjustItems(state, command, context);
    case 'skip-item':
      return skipItem(state, command, context);
    case 'mark-unsure':
      return markUnsure(state, command, context);
    case 'settle-repeat':
      return settleRepeat(state, command, context);
    case 'flag-item':
      return flagItem(state, command, context);
    case 'unflag-item':
      return unflagItem(state, command, context);
    case 'mark-feature':
      return markFeature(state, command, context);
    case 'mark-region':
      return markRegion(state, command, context);
    case 'save-edit':
      return saveEdit(state, command, context);
    case 'judge-counterfactual':
      return judgeCounterfactual(state, command, context);
    case 'withdraw-feedback':
      return withdrawFeedback(state, command, context);
    case 'together':
      return together(command, (one) => decide(state, one, context));
    case 'route-items':
      return routeItems(state, command, context);
    case 'settle-decision':
      return settleDecision(state, command, context);
    case 'change-level':
      return changeLevel(state, command, context);
    case 'open-relabelling':
      return openRelabelling(state, command, context);
    case 'end-relabelling':
      return endRelabelling(state, command, context);
    case 'undo':
      return undo(state, context);
    case 'redo':
      return redo(state, context);
    case 'record-import':
      return recordImport(state, command, context);
    default:
      return decideOnModel(state, command, context);
  }
}

type ModelCommand = Extract<
  Command,
  {
    type: `${string}-class` | 'merge-classes' | `${string}-checkpoint` | 'roll-back';
  }
>;

function decideOnModel(
  state: ProjectState,
  command: ModelCommand,
  context: CommandContext,
): Decision {
  switch (command.type) {
    case 'add-class':
      return addClass(state, command, context);
    case 'change-class':
      return changeClass(state, command, context);
    case 'merge-classes':
      return mergeClasses(state, command, context);
    case 'retire-class':
      return retireClass(state, command, context);
    case 'restore-class':
      return restoreClass(state, command, context);
    case 'record-checkpoint':
      return recordCheckpoint(state, command, context);
    case 'rename-checkpoint':
      return renameCheckpoint(state, command, context);
    case 'delete-checkpoint':
      return deleteCheckpoint(state, command, context);
    case 'roll-back':
      return rollBack(state, command, context);
  }
}
