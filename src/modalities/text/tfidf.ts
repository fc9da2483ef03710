import type { Csr } from '../contract.ts';
import { createCsrBuilder } from './csr.ts';
import { wordGrams } from './tokens.ts';
import { countOf, type Vocabulary } from './vocabulary.ts';

/** Sublinear term frequency, inverse document frequency, rows of unit length (or zero). */
export function tfidfRows(
  documents: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  columnOf: ReadonlyMap<string, number>,
): Csr {
  const builder = createCsrBuilder();
  for (const tokens of documents) {
    const columns: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [term, count] of countOf(wordGrams(tokens, vocabulary.phrases))) {
      const column = columnOf.get(term);
      if (column === undefined) continue;
      const value = (1 + Math.log(count)) * (vocabulary.idf[column] ?? 0);
      columns.push(column);
      values.push(value);
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    builder.row(
      columns,
      values.map((value) => value / length),
    );
  }
  return builder.build(vocabulary.terms.length);
}

export function columnsOf(terms: readonly string[]): ReadonlyMap<string, number> {
  return new Map(terms.map((term, column) => [term, column]));
}
