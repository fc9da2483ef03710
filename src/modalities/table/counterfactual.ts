/**
 * The smallest changes of a row that flip its answer, only to values that occur in the project and
 * never in a locked column. Single changes are tried exhaustively and the nearest that flips is
 * taken; where none does, changes are added one by one, the strongest first, and those that are not
 * needed are taken back. Proposals touch different columns first. One proposal starts from an
 * answered row of the other class and goes back as far as it can, so that it looks like a row that
 * there is (nearest unlike neighbour: Keane and Smyth 2020).
 */
import type { TableContent } from '../../domain/records.ts';
import type {
  CellChange,
  CounterfactualRequest,
  CounterfactualResult,
  FoundCounterfactual,
} from '../explain-contract.ts';
import { type Goal, goalOf, scoresOf, toForward } from '../forward.ts';
import {
  type CandidateInput,
  type CellCandidate,
  changeable,
  listCandidates,
  toCandidate,
} from './cell-changes.ts';
import { cellsIn, tableEncoder } from './encode.ts';
import { createQuickScores, type QuickScores } from './quick-scores.ts';
import type { TableState } from './state.ts';

type Request = CounterfactualRequest<TableContent>;
type Found = FoundCounterfactual<TableContent, CellChange>;

const MOST_CHANGES = 5;
/** Rounding between the quick way and the full one. */
const CLEAR = 1e-5;

interface Search extends CandidateInput {
  readonly request: Request;
  readonly goal: Goal;
  readonly quick: QuickScores;
  readonly all: readonly CellCandidate[];
}

type Changes = readonly CellCandidate[];

export async function findCounterfactuals(
  state: TableState,
  request: Request,
): Promise<CounterfactualResult<TableContent, CellChange>> {
  const { input, head, banned, kinds, locked = new Set<string>() } = request;
  const features = await tableEncoder.encode(state, [input]);
  const goal = goalOf({ scores: scoresOf(features, 0, head) }, request);
  if (!goal || !kinds.includes('replace')) return { found: [], tried: 0 };
  const { cells } = input;
  const quick = createQuickScores({ state, cells, features, head });
  const base = { state, cells, head, locked, banned };
  const search: Search = { ...base, request, goal, quick, all: listCandidates(base) };
  const sets = [...searchApart(search), ...(await fromDonors(search))];
  const found: Found[] = [];
  for (const set of distinct(sets)) {
    if (found.length === request.count) break;
    const one = await verify(search, set);
    if (one) found.push(one);
  }
  return { found, tried: quick.tried() };
}

/** Sets that touch other columns one after the other; one place is left for a donor. */
function searchApart(search: Search): readonly Changes[] {
  const { request, all } = search;
  const rounds = request.donors && request.count > 1 ? request.count - 1 : request.count;
  const spared = new Set<string>();
  const sets: Changes[] = [];
  for (let round = 0; round < rounds; round++) {
    const set = searchFlip(
      search,
      all.filter(({ column }) => !spared.has(column)),
    );
    if (!set) break;
    sets.push(set);
    spared.add(set[0]?.column ?? '');
  }
  return sets;
}

function searchFlip(search: Search, candidates: Changes): Changes | null {
  let taken: Changes = [];
  while (taken.length < MOST_CHANGES) {
    const free = candidates.filter(({ column }) => taken.every((one) => one.column !== column));
    let nearest: CellCandidate | null = null;
    let strongest: CellCandidate | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of free) {
      const margin = marginOf(search, [...taken, candidate]);
      if (margin < -CLEAR && candidate.cost < (nearest?.cost ?? Number.POSITIVE_INFINITY))
        nearest = candidate;
      if (margin < least) {
        least = margin;
        strongest = candidate;
      }
    }
    if (nearest) return prune(search, [...taken, nearest]);
    if (!strongest) return null;
    taken = [...taken, strongest];
  }
  return null;
}

function marginOf({ quick, goal }: Search, changes: Changes): number {
  return goal.margin(quick.under(changes));
}

/** Takes back, the farthest first, whatever is not needed. */
function prune(search: Search, changes: Changes): Changes {
  let kept = changes;
  for (const change of [...changes].sort((a, b) => b.cost - a.cost)) {
    const fewer = kept.filter((one) => one !== change);
    if (fewer.length > 0 && marginOf(search, fewer) < -CLEAR) kept = fewer;
  }
  return kept;
}

/** From each answered row of another class back towards this one, nearest first. */
async function fromDonors(search: Search): Promise<readonly Changes[]> {
  const donors = (await search.request.donors?.()) ?? [];
  const sets: Changes[] = [];
  for (const { input } of donors) {
    const cells = cellsIn(input);
    const whole = changeable(search).flatMap(
      (column) => toCandidate(search, column, cells[column.name] ?? '') ?? [],
    );
    if (whole.length === 0 || marginOf(search, whole) >= -CLEAR) continue;
    const set = prune(search, whole);
    if (set.length <= MOST_CHANGES) sets.push(set);
  }
  return sets;
}

function distinct(sets: readonly Changes[]): readonly Changes[] {
  const keyOf = (set: Changes): string =>
    set
      .map(({ column }) => column)
      .sort()
      .join('\u0000');
  const seen = new Map(sets.map((set) => [keyOf(set), set] as const).reverse());
  return sets.filter((set) => seen.get(keyOf(set)) === set);
}

/** By a full forward pass of the changed row; null when the flip was only rounding. */
async function verify(search: Search, set: Changes): Promise<Found | null> {
  const { request, goal, state, cells, banned, locked } = search;
  const order = Object.keys(cells);
  const changes = [...set]
    .sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column))
    .map(({ column, put }): CellChange => {
      return { kind: 'cell', column, removed: cells[column] ?? '', put };
    });
  const puts = Object.fromEntries(changes.map(({ column, put }) => [column, put]));
  const content: TableContent = { kind: 'table', cells: { ...cells, ...puts } };
  const scores = scoresOf(await tableEncoder.encode(state, [content]), 0, request.head);
  if (goal.margin(scores) >= 0) return null;
  const isWhole = banned.size === 0 && locked.size === 0;
  const { probabilities } = toForward(scores, request.mode);
  const isProvedMinimal =
    set.length === 1 || (set.length === 2 && isWhole && isNoSingleEnough(search));
  return { kind: 'replace', content, changes, probabilities, isProvedMinimal };
}

/** True when no single change flips the answer. */
function isNoSingleEnough(search: Search): boolean {
  return search.all.every((candidate) => marginOf(search, [candidate]) >= 0);
}
