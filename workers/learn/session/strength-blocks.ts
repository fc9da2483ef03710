/** One block of the measure of strengths: models of what was said until then, judged by what came next. */
import type { Gesture } from '../../../src/domain/explanation/gestures.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import {
  AS_IT_IS,
  gesturesIn,
  type Strengths,
  VARIANTS,
  withStrengths,
} from '../../../src/domain/explanation/strengths.ts';
import { type TeachingTerms, toTerms } from '../../../src/domain/explanation/to-terms.ts';
import type { EventId } from '../../../src/domain/records.ts';
import type { ProjectState } from '../../../src/domain/state.ts';
import type { Learner } from '../learner.ts';
import type { RowLabel, RowLabels } from './labels.ts';
import { rowLosses } from './row-losses.ts';
import { inEventOrder, type TeachInput, teach } from './teaching.ts';

/** Beyond so many rows a fit costs too much to be made dozens of times: the first blocks decide. */
export const MOST_ROWS = 800;

export interface StrengthInput extends Omit<TeachInput, 'terms'> {
  readonly state: ProjectState;
  readonly labels: RowLabels;
}

export interface Span {
  /** Models are fitted to what was said up to here. */
  readonly cut: EventId;
  /** Answers that judge them; none of them was learned by then. */
  readonly judges: readonly RowLabel[];
}

export interface Block {
  /** Answers that judged. */
  readonly scored: number;
  /** Summed log loss by variant. */
  readonly losses: ReadonlyMap<Gesture, readonly number[]>;
}

const blocks = new WeakMap<Learner, Map<string, Block>>();

export async function measureBlock(input: StrengthInput, span: Span): Promise<Block> {
  const material = gather(input, span);
  const key = keyOf(material);
  const cache = blocks.get(input.learner) ?? new Map<string, Block>();
  blocks.set(input.learner, cache);
  const known = cache.get(key);
  if (known) return known;
  const made = await scoreBlock(input, material);
  cache.set(key, made);
  return made;
}

interface Material {
  readonly training: readonly RowLabel[];
  readonly judges: readonly RowLabel[];
  readonly terms: TeachingTerms;
}

function gather({ labels, state }: StrengthInput, { cut, judges }: Span): Material {
  return {
    training: labels.training.filter(({ eventId }) => eventId === null || eventId <= cut),
    judges,
    terms: toTerms({
      feedback: standingFeedback(state, cut),
      classIds: labels.classIds,
      mode: state.project.mode,
      heldOut: labels.heldOut,
      answers: new Map([...state.labels].filter(([, { eventId }]) => eventId <= cut)),
    }),
  };
}

async function scoreBlock(
  input: StrengthInput,
  { training, judges, terms }: Material,
): Promise<Block> {
  const gestures = gesturesIn(terms);
  if (training.length + terms.rows.length > MOST_ROWS || judges.length === 0)
    return { scored: 0, losses: new Map() };
  const { mode } = input.state.project;
  const lossOf = async (strengths: Strengths): Promise<number> => {
    const taught = await teach({ ...input, terms: withStrengths(terms, strengths) });
    const all = inEventOrder(training, taught.rows);
    const head = input.learner.headThen(all, taught.priors);
    const losses = rowLosses({ features: input.features, head, mode, labels: judges });
    return losses.reduce((sum, loss) => sum + loss, 0);
  };
  const plain = await lossOf(AS_IT_IS);
  const losses = new Map<Gesture, readonly number[]>();
  for (const gesture of gestures) {
    const own: number[] = [];
    for (const variant of VARIANTS)
      own.push(variant === 1 ? plain : await lossOf({ ...AS_IT_IS, [gesture]: variant }));
    losses.set(gesture, own);
  }
  return { scored: judges.length, losses };
}

function keyOf({ training, judges, terms }: Material): string {
  const labelKey = ({ row, classes }: RowLabel): string => `${row}:${classes.join('+')}`;
  return [
    training.map(labelKey).join(),
    judges.map(labelKey).join(),
    terms.priors.map(({ eventIds, means }) => `${eventIds.join('+')}:${means.join('+')}`).join(),
    terms.rows.map(({ key, classes }) => `${key}:${classes.join('+')}`).join(),
  ].join('|');
}
