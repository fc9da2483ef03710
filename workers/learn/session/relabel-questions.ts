/** Questions of a round that a drift alarm asked for: they come before all others. */
import { RELABELLING, relabellingProgress } from '../../../src/domain/oversight/relabelling.ts';
import type { ItemId } from '../../../src/domain/records.ts';
import type { ProjectState } from '../../../src/domain/state.ts';
import type { Proposal, Question } from '../../api.ts';

export interface RelabelInput {
  readonly state: ProjectState;
  readonly rowOf: ReadonlyMap<ItemId, number>;
  readonly poolSize: number;
  readonly length: number;
  readonly record: Pick<Question['record'], 'model' | 'checkpoint'>;
  /** The model's view of a row; null before it has learned. */
  readonly propose: (row: number) => Proposal | null;
}

/** In the order of the round. Items that are no rows are asked as well: without a view of the model. */
export function relabelQuestions(input: RelabelInput): readonly Question[] {
  const { state, rowOf, poolSize, length, record, propose } = input;
  const left = relabellingProgress(state)?.left ?? [];
  return left.slice(0, length).map((itemId) => {
    const row = rowOf.get(itemId);
    return {
      itemId,
      record: {
        ...record,
        strategy: RELABELLING,
        score: null,
        probability: 1,
        audit: false,
        poolSize,
      },
      why: { kind: 'relabelling' },
      proposal: row === undefined ? null : propose(row),
    };
  });
}
