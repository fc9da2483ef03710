/** Items that came in to be decided about and have no decision yet. */
import type { ItemId } from '../../domain/records.ts';
import type { ProjectState } from '../../domain/state.ts';
import { incomingImports } from '../../domain/trust/incoming.ts';
import type { DecideProps } from './props.ts';

const PAGE = 1_000;

/** All that came in, decided or not, in order of arrival; reads them, so it is asked once per import. */
export async function incomingItems({
  services,
  session,
}: DecideProps): Promise<readonly ItemId[]> {
  const imports = incomingImports(session.state.value);
  if (imports.length === 0) return [];
  const wanted = new Set<string>(imports.map(({ importId }) => importId));
  const from = Math.min(...imports.map((one) => one.from ?? 0));
  const incoming: ItemId[] = [];
  for (let start = from; ; start += PAGE) {
    const items = await services.storage.items.range(session.id, start, start + PAGE);
    for (const { id, importId } of items) if (wanted.has(importId)) incoming.push(id);
    if (items.length < PAGE) return incoming;
  }
}

/** Neither decided about nor answered; one that was passed over on the desk waits as before. */
export function waitingAmong(
  incoming: readonly ItemId[],
  { decisions, labels }: Pick<ProjectState, 'decisions' | 'labels'>,
): readonly ItemId[] {
  return incoming.filter((id) => !decisions.has(id) && labels.get(id)?.kind !== 'answered');
}
