/** Replacements worth trying: at the words that matter most, the fitting words that help most. */
import type { LinearHead } from '../explain-contract.ts';
import type { Goal } from '../forward.ts';
import type { WordChange } from './counterfactual.ts';
import type { TextState } from './encode.ts';
import { likeContexts } from './like-contexts.ts';
import type { Probe } from './probe.ts';
import { tfidfColumns } from './probe-state.ts';

const PLACES = 12;
const WORDS_PER_PLACE = 6;
/** Of the words that fit a place, the most frequent are looked at. */
const LOOKED_AT = 300;
/** What stands for an address or a mention is no word that one could put. */
const STAND_INS = new Set(['xxurl', 'xxuser']);

export interface ReplacementInput {
  readonly state: TextState;
  readonly probe: Probe;
  readonly head: LinearHead;
  readonly goal: Goal;
}

export function replacementsFor(input: ReplacementInput): readonly WordChange[] {
  const { state, probe } = input;
  return strongestPlaces(input).flatMap((position) => {
    const own = probe.wordAt(position);
    return likeContexts(state, probe.neighbours(position))
      .slice(0, LOOKED_AT)
      .filter((word) => word !== own && !STAND_INS.has(word))
      .map((put) => ({ put, pull: pullOf(put, input) }))
      .filter(({ pull }) => pull > 0)
      .sort((a, b) => b.pull - a.pull || (a.put < b.put ? -1 : 1))
      .slice(0, WORDS_PER_PLACE)
      .map(({ put }): WordChange => ({ position, put }));
  });
}

/** Where removing the word lowers the margin most. */
function strongestPlaces({ probe, goal }: ReplacementInput): readonly number[] {
  return Array.from({ length: probe.size }, (_, position) => {
    probe.remove(position);
    const margin = goal.margin(probe.scores());
    probe.undo();
    return { position, margin };
  })
    .sort((a, b) => a.margin - b.margin || a.position - b.position)
    .slice(0, PLACES)
    .map(({ position }) => position);
}

/** How much a word pulls from the one class to the other, as far as its own weights say. */
function pullOf(word: string, { state, head, goal }: ReplacementInput): number {
  const column = tfidfColumns(state).get(word);
  if (column === undefined) return 0;
  const { classes, sparse, dense } = head;
  const { words: width } = state.widths;
  const at = column * classes;
  let pull = (sparse[at + goal.to] ?? 0) - (sparse[at + goal.from] ?? 0);
  if ((column + 1) * width > state.wordBasis.length) return pull * idfOf(state, column);
  for (let k = 0; k < width; k++) {
    const image = state.wordBasis[column * width + k] as number;
    pull += image * ((dense[k * classes + goal.to] ?? 0) - (dense[k * classes + goal.from] ?? 0));
  }
  return pull * idfOf(state, column);
}

function idfOf({ vocabulary }: TextState, column: number): number {
  return vocabulary.idf[column] ?? 0;
}
