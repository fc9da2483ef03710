import type { ClassId, QuestionRecord } from '../records.ts';
import { activeClasses, type ProjectState } from '../state.ts';
import { decisionFields, type ItemDecisionCommand } from './decide-item.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface AnswerItem extends ItemDecisionCommand {
  readonly type: 'answer-item';
  readonly classes: readonly ClassId[];
}

export function answerItem(
  state: ProjectState,
  command: AnswerItem,
  context: CommandContext,
): Decision {
  const { project } = state;
  const classes = [...new Set(command.classes)];
  if (project.mode === 'single' && classes.length !== 1) {
    return refuse(`This project takes exactly one class per item, not ${classes.length}.`);
  }
  const active = new Set(activeClasses(project).map((one) => one.id));
  const unknown = classes.find((id) => !active.has(id));
  if (unknown) return refuse(`The class ${unknown} is not in use in this project.`);
  return accept(project.id, context, {
    type: 'answered',
    classes,
    ...decisionFields({ ...command, question: questionOf(state, command) }),
  });
}

/**
 * A corrected answer to an audit draw stays in the audit: were it learned instead, just those that
 * somebody had doubts about would be missing from what measures.
 */
export function questionOf(
  { labels }: Pick<ProjectState, 'labels'>,
  { itemId, question }: Pick<ItemDecisionCommand, 'itemId' | 'question'>,
): QuestionRecord | null {
  const label = labels.get(itemId);
  return question ?? (label?.audit ? label.question : null);
}
