/** Columns of what people decided, from the fold of their events. */
import { createBitRows, setBit } from '../../src/domain/browse/bits.ts';
import { KIND, type LabelColumns } from '../../src/domain/browse/columns.ts';
import type { AnnotatorId } from '../../src/domain/records.ts';
import { type ProjectState, resolveClass } from '../../src/domain/state.ts';
import type { ItemTable } from './item-table.ts';

export function labelColumns(table: ItemTable, state: ProjectState): LabelColumns {
  const rows = table.ids.length;
  const classIds = state.project.classes.map(({ id }) => id);
  const indexOf = new Map(classIds.map((id, index) => [id, index]));
  const columns = {
    rows,
    classIds,
    kind: new Uint8Array(rows),
    labels: createBitRows(rows, classIds.length),
    audit: new Uint8Array(rows),
    flagged: new Uint8Array(rows),
    at: new Float64Array(rows),
    people: [] as AnnotatorId[],
    by: new Uint16Array(rows),
    imports: table.imports,
    from: Uint16Array.from(table.from),
  };
  const setLabel = (row: number, ids: readonly (typeof classIds)[number][]): void => {
    for (const id of ids) {
      const index = indexOf.get(id);
      if (index !== undefined) setBit(columns.labels, row, index);
    }
  };
  const placeOf = new Map<AnnotatorId, number>();
  for (const label of state.labels.values()) {
    const row = table.rowOf.get(label.itemId);
    if (row === undefined) continue; // The item is not here: another device labelled it.
    columns.kind[row] = KIND[label.kind];
    columns.at[row] = label.at;
    if (label.audit && label.kind === 'answered') columns.audit[row] = 1;
    if (!placeOf.has(label.by)) placeOf.set(label.by, columns.people.push(label.by));
    columns.by[row] = placeOf.get(label.by) ?? 0;
    setLabel(row, label.classes);
  }
  for (const [row, ids] of table.given) {
    // A skipped item keeps the label that it came with, as the learner sees it too.
    if (columns.kind[row] === KIND.answered) continue;
    if (columns.kind[row] === KIND.undecided) columns.kind[row] = KIND.given;
    setLabel(
      row,
      ids.map((id) => resolveClass(state.project, id)),
    );
  }
  for (const id of state.flags.keys()) {
    const row = table.rowOf.get(id);
    if (row !== undefined) columns.flagged[row] = 1;
  }
  return columns;
}
