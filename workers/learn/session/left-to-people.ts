/**
 * Audited items that go to people whatever the model says: a rule that the person wrote matches them, or
 * they are unlike anything known. What the model decides is never like these, so a promise about it is
 * not tested on them.
 */
import type { ItemId } from '../../../src/domain/records.ts';
import { matches } from '../../../src/domain/trust/route-item.ts';
import { routingOf } from '../../../src/domain/trust/settings.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { MOST_AUDITS } from '../trust/audited.ts';
import { wordsOf } from '../trust/plan.ts';
import { type Familiar, familiarity } from '../trust/unlike.ts';
import type { LearnSession } from './learn-session.ts';

type Source = Pick<LearnSession, 'state' | 'labels' | 'encoded' | 'vectors' | 'rowOf'>;

export async function leftToPeople(
  storage: { readonly items: Pick<Storage['items'], 'getMany'> },
  session: Source,
): Promise<ReadonlySet<number>> {
  const rows = session.labels.audit.slice(-MOST_AUDITS).map(({ row }) => row);
  const isUnlike = unlikeIn(session);
  return new Set([...rows.filter(isUnlike), ...(await ruledRows(storage, session, rows))]);
}

async function ruledRows(
  storage: Parameters<typeof leftToPeople>[0],
  { state, encoded, rowOf }: Source,
  rows: readonly number[],
): Promise<readonly number[]> {
  const { rules } = routingOf(state.project);
  if (rules.length === 0) return [];
  const ids = rows.flatMap((row): ItemId[] => {
    const id = encoded.ids[row];
    return id === undefined ? [] : [id];
  });
  const items = await storage.items.getMany(ids);
  return items.flatMap((item) => {
    const row = item && rowOf.get(item.id);
    if (!item || row === undefined) return [];
    return rules.some((rule) => matches(rule, wordsOf(item))) ? [row] : [];
  });
}

interface Known {
  readonly familiar: Familiar;
  readonly isUnlike: Map<number, boolean>;
}

/** By the vectors, which are made anew when items come or go: an audit is looked at once. */
const known = new WeakMap<LearnSession['vectors'], Known>();

function unlikeIn({ vectors, encoded, state }: Source): (row: number) => boolean {
  const own = known.get(vectors) ?? {
    familiar: familiarity(
      vectors,
      encoded.ids.map((_, row) => row),
      state.project.seed,
    ),
    isUnlike: new Map<number, boolean>(),
  };
  known.set(vectors, own);
  return (row) => {
    const found = own.isUnlike.get(row) ?? own.familiar.isUnlike(row);
    own.isUnlike.set(row, found);
    return found;
  };
}
