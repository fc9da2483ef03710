/** What a chart of learning curves is drawn from. Sizes in CSS pixels. */
import type { CurvePoint } from '../race/curves.ts';

export interface ChartLine {
  readonly label: string;
  readonly lane: number;
  readonly points: readonly CurvePoint[];
}

export interface ChartColours {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
}

export interface Chart {
  readonly lines: readonly ChartLine[];
  /** Answers at the right edge. */
  readonly most: number;
  /** Lower edge of the vertical axis, in [0, 1); the upper one is 1. */
  readonly floor: number;
  readonly xLabel: string;
  readonly title: string;
  readonly note: string;
  readonly width: number;
  readonly height: number;
  /** Paper around the drawing, beyond width and height. */
  readonly rim: number;
  /** Size of the letters. */
  readonly text: number;
  readonly font: string;
  readonly colours: ChartColours;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (labels: number) => number;
  readonly y: (value: number) => number;
}

/** The plot within the picture; the names of the lines stand at its right. */
export function frameOf({ width, height, text, most, floor }: Chart): Frame {
  const left = text * 3.4;
  const right = width - Math.min(text * 10.5, width * 0.36);
  const top = text * 2.6;
  const bottom = height - text * 3.2;
  return {
    left,
    right,
    top,
    bottom,
    x: (labels) => left + ((right - left) * labels) / Math.max(1, most),
    y: (value) => bottom - ((bottom - top) * (value - floor)) / (1 - floor),
  };
}

/** The tenth below the lowest value; at most 0.8. */
export function floorOf(values: Iterable<number>): number {
  let least = 1;
  for (const value of values) least = Math.min(least, value);
  return Math.min(0.8, Math.max(0, Math.floor(least * 10) / 10));
}
