/** Answers given by hand: the newest of a row counts. */
import type { Scene } from '../scene/scene.ts';

type Said = Scene['said'];

export function answerRow(said: Said, row: number, own: number): Said {
  return [...said.filter((one) => one.row !== row), { row, said: own }];
}

export function withdraw(said: Said, row: number): Said {
  return said.filter((one) => one.row !== row);
}

/** Once a drawn point is gone, those behind it move up. */
export function withoutRow(said: Said, row: number): Said {
  return withdraw(said, row).map((one) => (one.row > row ? { ...one, row: one.row - 1 } : one));
}
