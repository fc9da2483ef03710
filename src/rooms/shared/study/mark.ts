/** What a person says of a word: as a command, and in words. Pure. */
import type { MarkFeature } from '../../../domain/commands/mark-feature.ts';
import { featureName } from '../../../domain/explanation/feature.ts';
import type { FeatureMark } from '../../../domain/explanation/gestures.ts';
import type { NameOf } from './say.ts';
import { strings } from './strings.ts';

export function toMark(mark: FeatureMark): MarkFeature {
  return { type: 'mark-feature', ...mark };
}

export function saidOfMark({ feature, stance, classId }: FeatureMark, nameOf: NameOf): string {
  const word = featureName(feature);
  const { done } = strings.mark;
  if (stance === 'irrelevant' || stance === 'later') return done[stance](word);
  return done[stance](word, classId ? nameOf(classId) : '');
}
