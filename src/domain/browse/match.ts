/** Which rows fulfil every condition but the text. Pure; one pass, no objects per row. */
import { hasBit, isSameSet } from './bits.ts';
import { KIND, type LabelColumns, type ScoreColumns } from './columns.ts';
import type { BrowseFilter } from './filter.ts';

type Test = (row: number) => boolean;

/** A test per condition that narrows; without predictions, conditions on them hold for no row. */
export function matcher(
  filter: BrowseFilter,
  columns: LabelColumns,
  scores: ScoreColumns | null,
): Test {
  const tests = [...ofPeople(filter, columns), ...ofModel(filter, columns, scores)];
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function ofPeople(filter: BrowseFilter, columns: LabelColumns): Test[] {
  const { classIds, kind, labels, audit, flagged, people, by, imports, from } = columns;
  const tests: Test[] = [];
  if (filter.decision !== 'all') {
    const wanted = KIND[filter.decision];
    tests.push((row) => kind[row] === wanted);
  }
  if (filter.label !== null) {
    const index = classIds.indexOf(filter.label);
    tests.push((row) => index >= 0 && hasBit(labels, row, index));
  }
  if (filter.isAudit) tests.push((row) => audit[row] === 1);
  if (filter.isFlagged) tests.push((row) => flagged[row] === 1);
  if (filter.by !== null) {
    const who = 1 + people.indexOf(filter.by);
    tests.push((row) => who > 0 && by[row] === who);
  }
  if (filter.from !== null) {
    const where = imports.indexOf(filter.from);
    tests.push((row) => from[row] === where);
  }
  return tests;
}

function ofModel(filter: BrowseFilter, columns: LabelColumns, scores: ScoreColumns | null): Test[] {
  const { low, high } = filter;
  const isBand = low > 0 || high < 100;
  if (filter.predicted === null && !isBand && !filter.isDiffering) return [];
  if (!scores) return [() => false];
  // Items that came in after the model last looked have no prediction yet.
  const tests: Test[] = [(row) => row < scores.rows];
  if (filter.predicted !== null) {
    const index = columns.classIds.indexOf(filter.predicted);
    tests.push((row) => index >= 0 && hasBit(scores.predicted, row, index));
  }
  if (isBand) {
    tests.push((row) => {
      const percent = Math.round((scores.probability[row] as number) * 100);
      return percent >= low && percent <= high;
    });
  }
  if (filter.isDiffering) tests.push((row) => isDiffering(row, columns, scores));
  return tests;
}

/** True where a label stands, of a person or of the import, and the model answers otherwise. */
export function isDiffering(row: number, columns: LabelColumns, scores: ScoreColumns): boolean {
  return isCompared(row, columns, scores) && !isSameSet(columns.labels, scores.predicted, row);
}

/** An item that could not be read has no answer of the model: there is nothing to compare. */
function isCompared(row: number, columns: LabelColumns, scores: ScoreColumns): boolean {
  return isLabelled(row, columns) && !Number.isNaN(scores.probability[row]);
}

function isLabelled(row: number, { kind }: LabelColumns): boolean {
  return kind[row] === KIND.answered || kind[row] === KIND.given;
}

export interface Disagreement {
  /** Labelled items that the model has an answer for. */
  readonly compared: number;
  readonly differing: number;
}

export function countDisagreement(
  columns: LabelColumns,
  scores: ScoreColumns | null,
): Disagreement {
  let compared = 0;
  let differing = 0;
  const rows = Math.min(columns.rows, scores?.rows ?? 0);
  for (let row = 0; row < rows; row++) {
    if (!scores || !isCompared(row, columns, scores)) continue;
    compared += 1;
    if (!isSameSet(columns.labels, scores.predicted, row)) differing += 1;
  }
  return { compared, differing };
}
