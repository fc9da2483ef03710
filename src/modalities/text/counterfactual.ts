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
import { type SearchSpace, searchFlip } from './flip-search.ts';
import { forwardPass } from './forward-pass.ts';
import { createProbe, type Probe, type WordChange } from './probe.ts';
import { createQuickSets, marginsAlone, type QuickChange } from './quick-sums.ts';
import { replacementsFor } from './replacements.ts';
import { type TokenSpan, tokenSpans } from './token-spans.ts';

type FoundTextCounterfactual = FoundCounterfactual<TextContent, SpanChange>;

/** A flip that needs more is no longer the same text. */
const MOST_CHANGES = 12;
/** The strongest alone: among them sets are sought. */
const MOST_CANDIDATES = 112;

interface Search {
  readonly state: TextState;
  readonly request: CounterfactualRequest<TextContent>;
  readonly head: CounterfactualRequest['head'];
  readonly spans: readonly TokenSpan[];
  readonly probe: Probe;
  readonly goal: Goal;
  tried: number;
}

/** A change with what it does alone. */
interface Ranked extends WordChange, QuickChange {
  readonly margin: number;
}

export function findCounterfactuals(
  state: TextState,
  request: CounterfactualRequest<TextContent>,
): CounterfactualResult<TextContent, SpanChange> {
  const spans = tokenSpans(request.input.text);
  const goal = goalOf(forwardPass(state, request.input, request), request);
  if (!goal || spans.length === 0) return { found: [], tried: 0 };
  const { head, kinds } = request;
  const words = spans.map(({ token }) => token);
  const probe = createProbe(state, words, head);
  const search: Search = { state, request, head, spans, probe, goal, tried: 0 };
  const removals = rank(
    search,
    words.map((_, position): WordChange => ({ position, put: null })),
  );
  const found = kinds.flatMap((kind) => {
    const changes = kind === 'delete' ? removals : rank(search, replacements(search, removals));
    return searchKind(search, kind, changes);
  });
  return { found, tried: search.tried };
}

function replacements({ state, probe, head, goal }: Search, removals: readonly Ranked[]) {
  const places = removals.map(({ position }) => position);
  return replacementsFor({ state, probe, head, goal, places });
}

/** By what each does alone, strongest first. */
function rank(search: Search, changes: readonly WordChange[]): readonly Ranked[] {
  const own = changes.map(({ position, put }) => {
    return { position, put, moves: search.probe.movesOf(position, put) };
  });
  const margins = marginsAlone(search, own);
  search.tried += own.length;
  return own
    .map((one, i) => ({ ...one, margin: margins[i] as number }))
    .sort((a, b) => a.margin - b.margin);
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
  all: readonly Ranked[],
): readonly FoundTextCounterfactual[] {
  const { request, spans } = search;
  const { banned } = request;
  const wordOf = ({ position }: WordChange): string => spans[position]?.token ?? '';
  const allowed =
    banned.size === 0
      ? all
      : all.filter((one) => !banned.has(changeKey({ removed: wordOf(one), put: one.put ?? '' })));
  const changes = allowed.slice(0, MOST_CANDIDATES);
  const space = createSpace(search, changes);
  const isWhole = kind === 'delete' && allowed.length === spans.length;
  const most = Math.min(MOST_CHANGES, spans.length - 1);
  const found: FoundTextCounterfactual[] = [];
  const spared = new Set<string>();
  for (let round = 0; round < roundsOf(kind, request); round++) {
    const order = [...changes.keys()].filter((i) => !spared.has(wordOf(changes[i] as Ranked)));
    const set = searchFlip(space, order, { most, isAll: changes.length === allowed.length });
    if (!set) break;
    const own = set.changes.map((i) => changes[i] as Ranked);
    const verified = verify(search, kind, own);
    if (verified)
      found.push({
        ...verified,
        isProvedMinimal: set.isProvedMinimal && isWhole && spared.size === 0,
      });
    // The strongest is the first: sets are built from the strongest down.
    for (const first of own.slice(0, 1)) spared.add(wordOf(first));
  }
  return found;
}

function createSpace(search: Search, changes: readonly Ranked[]): SearchSpace {
  const { probe, goal } = search;
  const sets = createQuickSets(search, changes);
  return {
    start: goal.margin(probe.scores()),
    placeOf: (i) => changes[i]?.position ?? -1,
    alone: (i) => changes[i]?.margin ?? 0,
    push: sets.push,
    pop: sets.pop,
    areTied: sets.areTied,
    guess(change) {
      search.tried += 1;
      return sets.guess(change);
    },
    margin(set) {
      search.tried += 1;
      return goal.margin(probe.scoresAfter(set.map((i) => changes[i] as Ranked)));
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
