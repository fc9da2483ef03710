/** Items that came in to be decided about and have no decision yet. */
import type { ItemId } from '../../domain/records.ts';
import { incomingImports } from '../../domain/trust/incoming.ts';
import type { DecideProps } from './props.ts';

const PAGE = 1_000;

export async function waitingItems({ services, session }: DecideProps): Promise<readonly ItemId[]> {
  const state = session.state.value;
  const imports = incomingImports(state);
  if (imports.length === 0) return [];
  const wanted = new Set<string>(imports.map(({ importId }) => importId));
  const from = Math.min(...imports.map((one) => one.from ?? 0));
  const waiting: ItemId[] = [];
  for (let start = from; ; start += PAGE) {
    const items = await services.storage.items.range(session.id, start, start + PAGE);
    for (const { id, importId } of items)
      if (wanted.has(importId) && !state.decisions.has(id) && !state.labels.has(id))
        waiting.push(id);
    if (items.length < PAGE) return waiting;
  }
}
