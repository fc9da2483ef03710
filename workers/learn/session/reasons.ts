/** From why a strategy ranked a row to the reason that the page puts in a sentence: rows become classes. */
import type { RankedQuery } from '../../../src/domain/query/strategy.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import type { QuestionReason } from '../../api.ts';
import { type ProposalInput, proposeFor } from './proposals.ts';

export interface ReasonInput extends Omit<ProposalInput, 'row'> {
  readonly strategy: { readonly id: string };
}

export function toReason({ row, why }: RankedQuery, input: ReasonInput): QuestionReason {
  const strategy = input.strategy.id;
  switch (why.kind) {
    case 'uncertain':
    case 'changes-model':
    case 'represents':
      return { kind: why.kind, strategy, between: waverers(row, input) };
    case 'disagree':
      return { ...why, strategy, votes: why.votes.flatMap((vote) => toVote(vote, input)) };
    case 'rare':
      return toRare(why, input);
    default:
      return why.kind === 'random' ? why : { ...why, strategy };
  }
}

function toRare(
  { class: index, found }: { readonly class: number; readonly found: number },
  { strategy, classIds }: ReasonInput,
): QuestionReason {
  const classId = classIds[index];
  return classId ? { kind: 'rare', strategy: strategy.id, classId, found } : { kind: 'random' };
}

function toVote(
  { classIndex, count }: { readonly classIndex: number; readonly count: number },
  { classIds }: ReasonInput,
): readonly { readonly classId: ClassId; readonly count: number }[] {
  const classId = classIds[classIndex];
  return classId ? [{ classId, count }] : [];
}

/** Single: the two most probable classes. Multi: the classes nearest to one half. */
function waverers(
  row: number,
  input: ReasonInput,
): readonly { classId: ClassId; probability: number }[] {
  const { all } = proposeFor({ ...input, row });
  if (input.mode === 'single') return all.slice(0, 2);
  return [...all]
    .sort((a, b) => Math.abs(a.probability - 0.5) - Math.abs(b.probability - 0.5))
    .slice(0, 2);
}
