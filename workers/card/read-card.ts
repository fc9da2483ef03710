/** The card of a project, as the files that go with an export. */
import type { ProjectState } from '../../src/domain/state.ts';
import type { Storage } from '../../src/storage/api.ts';
import { type CardInput, makeCard } from './card.ts';
import { cardAsMarkdown } from './card-text.ts';

export interface CardFiles {
  readonly markdown: string;
  readonly json: string;
}

export async function readCard(
  storage: Storage,
  state: ProjectState,
  status: CardInput['status'],
): Promise<CardFiles> {
  const { id } = state.project;
  const [items, row] = await Promise.all([storage.items.count(id), storage.projects.get(id)]);
  const given = row?.summary.given ?? 0;
  const card = makeCard({ state, status, items, given, now: Date.now() });
  return { markdown: cardAsMarkdown(card), json: `${JSON.stringify(card, null, 2)}\n` };
}
