import { bitsOf, createBitRows, setBit } from '../../src/domain/browse/bits.ts';
import type { ScoreColumns } from '../../src/domain/browse/columns.ts';
import type { ClassId } from '../../src/domain/records.ts';
import type { BrowseScores } from '../api.ts';

/** The model's answers over the classes of the project: the learner knows only those in use. */
export function scoreColumns(scores: BrowseScores, classIds: readonly ClassId[]): ScoreColumns {
  const { rows, words, predicted: bits, probability, margin, ofLabel } = scores;
  const predicted = createBitRows(rows, classIds.length);
  const places = scores.classIds.map((id) => classIds.indexOf(id));
  for (let row = 0; row < rows; row++)
    for (const index of bitsOf({ words, bits }, row)) {
      const place = places[index] ?? -1;
      if (place >= 0) setBit(predicted, row, place);
    }
  return { rows, predicted, probability, margin, ofLabel };
}
