/** Whether rows are texts to be read or records to be compared; the person has the last word. */
import { metaOf } from '../../src/modalities/metas.ts';
import type { ColumnRole } from '../api.ts';
import type { ColumnFacts } from './guess-roles.ts';

/** From so many words in a cell on, a column is read rather than compared. */
const WORDS_OF_A_TEXT = 3;

/** Both can always be chosen; the likelier comes first. */
export function guessModalities(
  columns: readonly ColumnFacts[],
  roles: ReadonlyMap<string, ColumnRole>,
): readonly string[] {
  const features = columns.filter(({ name }) => !['label', 'id'].includes(roles.get(name) ?? ''));
  const wordiest = Math.max(0, ...features.map(meanWords));
  const isTable = features.length >= 2 && wordiest < WORDS_OF_A_TEXT;
  return (isTable ? ['table', 'text'] : ['text', 'table']).filter((one) => metaOf(one));
}

function meanWords({ values }: ColumnFacts): number {
  const filled = values.filter((value) => value.trim() !== '');
  const words = filled.reduce((sum, value) => sum + value.trim().split(/\s+/u).length, 0);
  return words / Math.max(1, filled.length);
}
