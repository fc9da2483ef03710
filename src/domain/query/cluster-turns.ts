/**
 * One item from each group of alike items in turn: groups without an answer first (then those
 * with the fewest), the largest first among them. The shared skeleton of k-means and TypiClust.
 */
import { clustersFor, nearestCenter } from './clusters.ts';
import { inOrder } from './in-order.ts';
import type { QueryInput, RankedQuery } from './strategy.ts';

/** Which of a group comes first: higher score, ties to the lower row. */
export type ScoreInCluster = (row: number, members: readonly number[], cluster: number) => number;

export function takeTurns(input: QueryInput, scoreOf: ScoreInCluster): readonly RankedQuery[] {
  const { candidates, count } = input;
  const groups = groupsOf(input);
  const isFree = membership(candidates);
  const waiting = groups.map(({ members, cluster }) =>
    members
      .filter(isFree)
      .map((row) => ({ row, score: scoreOf(row, members, cluster) }))
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .map(({ row }) => row),
  );
  const picked = new Set<number>();
  const wanted = Math.min(count, candidates.length);
  for (let turn = 0; picked.size < wanted && waiting.some((rows) => turn < rows.length); turn++) {
    for (const rows of waiting) {
      const row = rows[turn];
      if (row !== undefined && picked.size < wanted) picked.add(row);
    }
  }
  // The clustered sample may be used up before the pool is.
  for (const row of candidates) if (picked.size < wanted) picked.add(row);
  return inOrder([...picked], () => ({ kind: 'typical', unsure: false }));
}

interface Group {
  readonly cluster: number;
  readonly members: readonly number[];
}

function groupsOf(input: QueryInput): readonly Group[] {
  const { members, centers } = clustersFor(input);
  const answered = new Int32Array(members.length);
  for (const { row } of input.answers) {
    const c = nearestCenter(input.vectors, centers, row);
    answered[c] = (answered[c] ?? 0) + 1;
  }
  return members
    .map((own, cluster) => ({ cluster, members: own, answers: answered[cluster] as number }))
    .sort(
      (a, b) =>
        a.answers - b.answers || b.members.length - a.members.length || a.cluster - b.cluster,
    );
}

function membership(candidates: Int32Array): (row: number) => boolean {
  const flags = new Uint8Array((candidates.at(-1) ?? -1) + 1);
  for (const row of candidates) flags[row] = 1;
  return (row) => flags[row] === 1;
}
