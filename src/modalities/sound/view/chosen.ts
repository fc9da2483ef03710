/** Cells that a person chose, as few rectangles; and back. Pure. */
import type { Region, RegionPatch, SoundContent } from '../../../domain/records.ts';
import { cellsOf, type Rectangle, ROWS, regionOf } from '../lattice.ts';

/** Runs of each row; runs of the same columns in rows below one another become one. */
export function regionsOf(chosen: ReadonlySet<number>, columns: number): readonly Region[] {
  const found: Rectangle[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (const { left, right } of runsIn(chosen, row, columns)) {
      const at = found.findIndex(
        (one) => one.bottom === row && one.left === left && one.right === right,
      );
      const above = found[at];
      if (above) found[at] = { ...above, bottom: row + 1 };
      else found.push({ left, right, top: row, bottom: row + 1 });
    }
  }
  return found.map((one) => regionOf(one, columns));
}

function runsIn(chosen: ReadonlySet<number>, row: number, columns: number) {
  const runs: { left: number; right: number }[] = [];
  for (let column = 0; column < columns; column++) {
    if (!chosen.has(row * columns + column)) continue;
    const last = runs.at(-1);
    if (last?.right === column) last.right = column + 1;
    else runs.push({ left: column, right: column + 1 });
  }
  return runs;
}

/** Cells whose middle lies in one of the places. */
export function cellsIn(regions: readonly Region[], columns: number): ReadonlySet<number> {
  const isIn = (x: number, y: number): boolean =>
    regions.some(
      (one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height,
    );
  return new Set(
    cellsOf(columns).flatMap(({ left, top }, i) =>
      isIn((left + 0.5) / columns, (top + 0.5) / ROWS) ? [i] : [],
    ),
  );
}

/** The sound with these places filled by the mean, beside what was changed before. */
export function filled(content: SoundContent, regions: readonly Region[]): SoundContent {
  const added = regions.map((region): RegionPatch => ({ region, fill: { kind: 'mean' } }));
  const patches = [...(content.patches ?? []), ...added];
  if (patches.length > 0) return { ...content, patches };
  const { patches: _, ...bare } = content;
  return bare;
}
