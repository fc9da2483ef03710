/** Which standing feedback is about this item, or about a part of it. Pure. */
import { type FeatureRef, featureKey, featureName } from '../../../domain/explanation/feature.ts';
import type {
  FeedbackEvent,
  StandingFeedback,
} from '../../../domain/explanation/standing-feedback.ts';
import type { ItemContent, ItemId } from '../../../domain/records.ts';
import { tokenise } from '../../../modalities/text/tokens.ts';

export type SaidMark = Extract<FeedbackEvent, { type: 'feature-marked' }>;
export type SaidRegion = Extract<FeedbackEvent, { type: 'region-marked' }>;
export type SaidEdit = Extract<FeedbackEvent, { type: 'edit-saved' }>;
export type SaidJudgement = Extract<FeedbackEvent, { type: 'counterfactual-judged' }>;

export interface SaidHere {
  readonly marks: readonly SaidMark[];
  readonly regions: readonly SaidRegion[];
  readonly edits: readonly SaidEdit[];
  readonly judgements: readonly SaidJudgement[];
}

export function saidHere(
  { marks, regions, edits, judgements }: StandingFeedback,
  itemId: ItemId,
  content: ItemContent,
): SaidHere {
  const isHere = marks.length > 0 ? occursIn(content) : () => false;
  return {
    marks: marks.filter((mark) => mark.itemId === itemId || isHere(mark.feature)),
    regions: regions.filter((region) => region.itemId === itemId),
    edits: edits.filter((edit) => edit.itemId === itemId),
    judgements: judgements.filter((judgement) => judgement.itemId === itemId),
  };
}

/** Keys of what was said, for finding it in the text; "ask me later" says nothing yet. */
export function saidKeys({ marks }: SaidHere): ReadonlySet<string> {
  return new Set(marks.map(({ feature }) => featureKey(feature)));
}

function occursIn(content: ItemContent): (feature: FeatureRef) => boolean {
  if (content.kind === 'table')
    return (feature) => feature.kind === 'column' && feature.column in content.cells;
  if (content.kind !== 'text') return () => false;
  const tokens = tokenise(content.text);
  return (feature) => occurs(feature, tokens);
}

function occurs(feature: FeatureRef, tokens: readonly string[]): boolean {
  const name = featureName(feature);
  if (feature.kind === 'term') return ` ${tokens.join(' ')} `.includes(` ${name} `);
  const escaped = name.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${escaped.join('.*')}$`, 'u');
  return tokens.some((token) => pattern.test(token));
}
