/** Where the probabilities of an item lie: with the model, or in blocks where a sample stands for the items. */
import type { ProjectId } from '../../src/domain/records.ts';
import type { Storage } from '../../src/storage/api.ts';
import type { LiveModel } from '../learn/session/persistence.ts';
import { readBlock, type ScoreBlock } from '../learn/session/pool/score-blocks.ts';
import { ImportFailure } from './failure.ts';

export type Scores = Pick<
  LiveModel,
  'classIds' | 'rows' | 'probabilities' | 'unread' | 'learnedUpTo' | 'isSample' | 'calibration'
>;

/** Probabilities of the item at a place; null when it came after the model last scored all items. */
export type ScoresAt = (place: number) => Promise<ScoreBlock | null>;

export function openScores(storage: Storage, projectId: ProjectId, live: Scores): ScoresAt {
  if (live.isSample) return scoresInBlocks(storage, projectId, live);
  const whole: ScoreBlock = { ...live, first: 0 };
  return async (place) => (place < live.rows ? whole : null);
}

/** Places are asked for in their order: one block is held at a time. */
function scoresInBlocks(
  storage: Storage,
  projectId: ProjectId,
  { classIds }: Pick<Scores, 'classIds'>,
): ScoresAt {
  const holds = ({ first, probabilities }: ScoreBlock, place: number): boolean =>
    place >= first && place < first + probabilities.length / classIds.length;
  let held: ScoreBlock | undefined;
  return async (place) => {
    if (!held || !holds(held, place))
      held = await readBlock(storage, projectId, { place, classIds });
    if (held && holds(held, place)) return held;
    throw new ImportFailure(
      'not-found',
      `The model has scored the first ${place.toLocaleString('en')} items so far, and goes on while the project is open. Export again when it has scored all.`,
    );
  };
}
