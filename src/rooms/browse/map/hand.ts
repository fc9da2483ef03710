/** The hand on the map: where it looks, what it points at, what it draws around, what it selects. */
import { type Signal, signal } from '@preact/signals';
import type { MapLayout } from '../../../../workers/api.ts';
import { type Selection, set, toggled } from '../selection.ts';
import { type Camera, isInSight, type Size, type Spot, toData, wholeMap } from './camera.ts';
import { rowsInside } from './lasso.ts';
import { cameraAfter } from './map-keys.ts';
import type { PickGrid } from './pick-grid.ts';

/** A point is picked within so many pixels; the keyboard looks farther around the middle. */
const NEAR = 14;
const NEAR_MIDDLE = 60;

/** What is on show when the hand acts. */
export interface OnShow {
  readonly layout: MapLayout;
  readonly grid: PickGrid;
  readonly matches: Uint8Array;
  readonly selection: Signal<Selection>;
  readonly size: Size;
}

export interface Hand {
  readonly camera: Signal<Camera | null>;
  readonly isLasso: Signal<boolean>;
  /** The keyboard moves the map: a cross marks its middle. */
  readonly isByKeyboard: Signal<boolean>;
  /** The line that is being drawn, in pixels. */
  readonly line: Signal<readonly Spot[]>;
  /** The item that is pointed at, or -1. */
  readonly near: Signal<number>;
  look(): Camera;
  move(next: Camera): void;
  point(spot: Spot): void;
  pick(spot: Spot): void;
  encircle(line: readonly Spot[]): void;
  selectInView(): void;
  /** False when the key is none of the map's. */
  press(key: string): boolean;
  /** The keyboard has come here. */
  focus(): void;
}

export function createHand(onShow: () => OnShow): Hand {
  const camera = signal<Camera | null>(null);
  const isLasso = signal(false);
  const isByKeyboard = signal(false);
  const line = signal<readonly Spot[]>([]);
  const near = signal(-1);
  const look = (): Camera => camera.peek() ?? wholeMap(onShow().size);
  const isWanted = (row: number): boolean => onShow().matches[row] === 1;
  const rowNear = (spot: Spot, pixels: number): number => {
    const { grid, size } = onShow();
    const { x, y } = toData(look(), size, spot);
    return grid.nearest(x, y, pixels / look().scale, isWanted);
  };
  const atMiddle = (): number => rowNear(middleOf(onShow().size), NEAR_MIDDLE);
  const select = (rows: Iterable<number>): void => {
    const { selection } = onShow();
    selection.value = set(selection.peek(), rows);
  };
  const toggle = (row: number): void => {
    near.value = row;
    const { selection } = onShow();
    if (row >= 0) selection.value = toggled(selection.peek(), row, 0);
  };
  const move = (next: Camera): void => {
    camera.value = next;
    if (isByKeyboard.peek()) near.value = atMiddle();
  };
  const selectInView = (): void => select(rowsInView(onShow(), look()).filter(isWanted));
  return {
    camera,
    isLasso,
    isByKeyboard,
    line,
    near,
    look,
    move,
    point(spot) {
      near.value = rowNear(spot, NEAR);
    },
    pick: (spot) => toggle(rowNear(spot, NEAR)),
    encircle(drawn) {
      const { layout, size } = onShow();
      const inData = drawn.map((spot) => toData(look(), size, spot));
      select(rowsInside(inData, layout.positions, isWanted));
    },
    selectInView,
    press(key) {
      const next = cameraAfter(key, look(), onShow().size);
      if (!next && key !== 'v' && key !== ' ') return false;
      isByKeyboard.value = true;
      if (next) move(next);
      else if (key === 'v') selectInView();
      else toggle(atMiddle());
      return true;
    },
    focus() {
      isByKeyboard.value = true;
      near.value = atMiddle();
    },
  };
}

function middleOf({ width, height }: Size): Spot {
  return { x: width / 2, y: height / 2 };
}

function rowsInView({ layout: { positions }, size }: OnShow, camera: Camera): number[] {
  const rows: number[] = [];
  for (let row = 0; row < positions.length / 2; row++) {
    const at = { x: positions[2 * row] as number, y: positions[2 * row + 1] as number };
    if (isInSight(camera, size, at)) rows.push(row);
  }
  return rows;
}
