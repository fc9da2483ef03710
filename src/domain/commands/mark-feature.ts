import { featureName } from '../explanation/feature.ts';
import type { FeatureMark } from '../explanation/gestures.ts';
import { activeClasses, type ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export const MAX_FEATURE_CHARACTERS = 200;

export interface MarkFeature extends FeatureMark {
  readonly type: 'mark-feature';
}

export function markFeature(
  state: ProjectState,
  { type: _, ...mark }: MarkFeature,
  context: CommandContext,
): Decision {
  const name = featureName(mark.feature);
  if (name.trim() === '') return refuse('There is no word in what was marked.');
  if (name.length > MAX_FEATURE_CHARACTERS) {
    return refuse(
      `A phrase may have at most ${MAX_FEATURE_CHARACTERS} characters; mark fewer words.`,
    );
  }
  if (mark.feature.kind === 'pattern' && name.replaceAll('*', '').length < 2) {
    return refuse(
      `The family “${name}” would take in nearly every word. Write at least two letters.`,
    );
  }
  const needsClass = mark.stance === 'for' || mark.stance === 'against';
  const isActive = activeClasses(state.project).some(({ id }) => id === mark.classId);
  if (needsClass && !isActive) return refuse('Choose a class that is in use.');
  const classId = needsClass ? mark.classId : null;
  return accept(state.project.id, context, { type: 'feature-marked', ...mark, classId });
}
