/** Which standing feedback is about this item, or about a word in it. Pure. */
import { type FeatureRef, featureKey, featureName } from '../../../domain/explanation/feature.ts';
import type {
  FeedbackEvent,
  StandingFeedback,
} from '../../../domain/explanation/standing-feedback.ts';
import type { ItemId } from '../../../domain/records.ts';
import { tokenise } from '../../../modalities/text/tokens.ts';

export type SaidMark = Extract<FeedbackEvent, { type: 'feature-marked' }>;
export type SaidEdit = Extract<FeedbackEvent, { type: 'edit-saved' }>;
export type SaidJudgement = Extract<FeedbackEvent, { type: 'counterfactual-judged' }>;

export interface SaidHere {
  readonly marks: readonly SaidMark[];
  readonly edits: readonly SaidEdit[];
  readonly judgements: readonly SaidJudgement[];
}

export function saidHere(
  { marks, edits, judgements }: StandingFeedback,
  itemId: ItemId,
  text: string,
): SaidHere {
  const tokens = marks.length > 0 ? tokenise(text) : [];
  return {
    marks: marks.filter((mark) => mark.itemId === itemId || occurs(mark.feature, tokens)),
    edits: edits.filter((edit) => edit.itemId === itemId),
    judgements: judgements.filter((judgement) => judgement.itemId === itemId),
  };
}

/** Keys of what was said, for finding it in the text; "ask me later" says nothing yet. */
export function saidKeys({ marks }: SaidHere): ReadonlySet<string> {
  return new Set(marks.map(({ feature }) => featureKey(feature)));
}

function occurs(feature: FeatureRef, tokens: readonly string[]): boolean {
  const name = featureName(feature);
  if (feature.kind === 'term') return ` ${tokens.join(' ')} `.includes(` ${name} `);
  const escaped = name.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${escaped.join('.*')}$`, 'u');
  return tokens.some((token) => pattern.test(token));
}
