/** What a person asked to be done for groups of items: weights of answers, and where questions go. */
import type { ProjectState } from '../../../src/domain/state.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { createFocusReader } from './focus-rows.ts';
import type { RowLabels } from './labels.ts';
import type { LearnSession } from './learn-session.ts';
import { createReweigher } from './reweighed-labels.ts';

type Of = Pick<LearnSession, 'encoded'> & { readonly state: ProjectState };

export interface GroupWork {
  /** Open rows of the group that questions are steered to; none where they are not. */
  focusRows(): Int32Array;
  /** The labels with their weights; reads the rows of the focus anew. */
  apply(session: Of, labels: RowLabels): Promise<RowLabels>;
}

export function createGroupWork(storage: Pick<Storage, 'items'>): GroupWork {
  const reweigh = createReweigher(storage);
  const readFocus = createFocusReader(storage);
  let rows: Int32Array = new Int32Array(0);
  return {
    focusRows: () => rows,
    async apply({ encoded, state }, labels) {
      const { ids } = encoded;
      const { seed, settings } = state.project;
      const { candidates } = labels;
      rows = await readFocus({ focus: settings.focus ?? null, candidates, ids, seed });
      return await reweigh({ labels, state, ids });
    },
  };
}
