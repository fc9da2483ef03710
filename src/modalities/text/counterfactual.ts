/**
 * The smallest changes of words that flip the answer: removals, and replacements by words that the
 * project has seen in like contexts. Several that differ: once one is found, its strongest word is
 * left alone and the search begins again. Each is checked by encoding the changed text anew.
 */
import type { TextContent } from '../../domain/records.ts';
import type {
  CounterfactualKind,
  CounterfactualRequest,
  CounterfactualResult,
  FoundCounterfactual,
  SpanChange,
} from '../explain-contract.ts';
import { type Goal, goalOf } from '../forward.ts';
import { changeKey } from './change-key.ts';
import { editedText, inCaseOf } from './edited-text.ts';
import type { TextState } from './encode.ts';
import { rankSingles, type SearchSpace, searchFlip } from './flip-search.ts';
import { forwardPass } from './forward-pass.ts';
import { createProbe, type Probe } from './probe.ts';
import { createQuickSums } from './quick-sums.ts';
import { replacementsFor } from './replacements.ts';
import { type TokenSpan, tokenSpans } from './token-spans.ts';

type FoundTextCounterfactual = FoundCounterfactual<TextContent, SpanChange>;

/** A flip that needs more is no longer the same text. */
const MOST_CHANGES = 12;

/** One word removed (`put` null) or replaced. */
export interface WordChange {
  readonly position: number;
  readonly put: string | null;
}

interface Search {
  readonly state: TextState;
  readonly request: CounterfactualRequest<TextContent>;
  readonly spans: readonly TokenSpan[];
  readonly probe: Probe;
  readonly goal: Goal;
  tried: number;
}

export function findCounterfactuals(
  state: TextState,
  request: CounterfactualRequest<TextContent>,
): CounterfactualResult<TextContent, SpanChange> {
  const spans = tokenSpans(request.input.text);
  const goal = goalOf(forwardPass(state, request.input, request), request);
  if (!goal || spans.length === 0) return { found: [], tried: 0 };
  const probe = createProbe(
    state,
    spans.map(({ token }) => token),
    request.head,
  );
  const search: Search = { state, request, spans, probe, goal, tried: 0 };
  const found = request.kinds.flatMap((kind) => searchKind(search, kind, roundsOf(kind, request)));
  return { found, tried: search.tried };
}

/** Where both kinds are asked for, removals get the larger half. */
function roundsOf(
  kind: CounterfactualKind,
  { count, kinds }: Pick<CounterfactualRequest, 'count' | 'kinds'>,
): number {
  if (kinds.length < 2) return count;
  const replacements = Math.floor(count / 2);
  return kind === 'replace' ? replacements : count - replacements;
}

function searchKind(
  search: Search,
  kind: CounterfactualKind,
  rounds: number,
): readonly FoundTextCounterfactual[] {
  const { request, spans } = search;
  const changes = changesOf(search, kind).filter(
    ({ position, put }) =>
      !request.banned.has(changeKey({ removed: spans[position]?.token ?? '', put: put ?? '' })),
  );
  const space = createSpace(search, changes);
  const singles = rankSingles(space, changes.length);
  const isWhole = kind === 'delete' && changes.length === spans.length;
  const found: FoundTextCounterfactual[] = [];
  const spared = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const wordOf = (i: number): string => spans[changes[i]?.position ?? -1]?.token ?? '';
    const set = searchFlip(
      space,
      singles.filter(({ change }) => !spared.has(wordOf(change))),
      Math.min(MOST_CHANGES, spans.length - 1),
    );
    if (!set) break;
    const own = set.changes.map((i) => changes[i] as WordChange);
    const verified = verify(search, kind, own);
    if (verified)
      found.push({
        ...verified,
        isProvedMinimal: set.isProvedMinimal && isWhole && spared.size === 0,
      });
    // The strongest is the first: sets are built from the strongest down.
    spared.add(wordOf(set.changes[0] ?? -1));
  }
  return found;
}

function changesOf({ state, probe, request, goal }: Search, kind: CounterfactualKind) {
  if (kind === 'replace') return replacementsFor({ state, probe, head: request.head, goal });
  return Array.from({ length: probe.size }, (_, position): WordChange => ({ position, put: null }));
}

function createSpace(search: Search, changes: readonly WordChange[]): SearchSpace {
  const { probe, goal, request } = search;
  const apply = (i: number): void => {
    const { position, put } = changes[i] as WordChange;
    if (put === null) probe.remove(position);
    else probe.replace(position, put);
  };
  const quick = createQuickSums({ probe, head: request.head, apply });
  return {
    placeOf: (i) => changes[i]?.position ?? -1,
    isSure: quick.isSure,
    guess(set) {
      search.tried += 1;
      return goal.margin(quick.scores(set));
    },
    margin(set) {
      search.tried += 1;
      set.forEach(apply);
      const margin = goal.margin(probe.scores());
      for (const _ of set) probe.undo();
      return margin;
    },
  };
}

/** By a full forward pass of the changed text; null when the flip was only rounding. */
function verify(
  { state, request, spans, goal }: Search,
  kind: CounterfactualKind,
  words: readonly WordChange[],
): Omit<FoundTextCounterfactual, 'isProvedMinimal'> | null {
  const { text } = request.input;
  const changes = words
    .map(({ position, put }): SpanChange => {
      const { start, end } = spans[position] as TokenSpan;
      const removed = text.slice(start, end);
      return { kind: 'span', start, end, removed, put: put === null ? '' : inCaseOf(put, removed) };
    })
    .sort((a, b) => a.start - b.start);
  const content = { ...request.input, text: editedText(text, changes) };
  const { scores, probabilities } = forwardPass(state, content, request);
  if (goal.margin(scores) >= 0) return null;
  return { kind, content, changes, probabilities };
}
