/** Paints the plane: what the model thinks of every place, its boundary, the points and the answers. */
import type { DrawnPoints, Raster } from '../../../../workers/api.ts';
import { paletteEntry } from '../../../ui/palette.ts';
import { blend, type Rgb } from './blend.ts';
import { contourOf } from './contour.ts';

export interface FieldPicture {
  readonly raster: Raster | null;
  readonly points: DrawnPoints;
  /** What was said of a row. */
  readonly said: ReadonlyMap<number, number>;
  /** Whether points without an answer show their class. */
  readonly isTruthShown: boolean;
}

export interface FieldColours {
  readonly ink: string;
  readonly paper: string;
}

/** Pixels a side of the blend, before it is scaled to the canvas: more for a large one. */
const BLEND = { small: 240, large: 400, from: 520 } as const;
/** Radius of a point and of an answer, as a share of the side. */
const POINT = 0.008;
const ANSWER = 0.02;
const BOUNDARY = 0.008;

export function paintField(
  canvas: HTMLCanvasElement,
  picture: FieldPicture,
  colours: FieldColours,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (picture.raster) {
    paintRaster(context, picture.raster, colours);
    paintBoundary(context, picture.raster, colours);
  }
  paintPoints(context, picture, colours);
}

function paintRaster(
  context: CanvasRenderingContext2D,
  raster: Raster,
  { paper }: FieldColours,
): void {
  const colours = Array.from({ length: raster.classes }, (_, c) => toRgb(paletteEntry(c).colour));
  const size = context.canvas.width < BLEND.from ? BLEND.small : BLEND.large;
  const pixels = blend({ raster, size, colours, paper: toRgb(paper) });
  const own = document.createElement('canvas');
  own.width = size;
  own.height = size;
  own.getContext('2d')?.putImageData(new ImageData(pixels, size, size), 0, 0);
  context.drawImage(own, 0, 0, context.canvas.width, context.canvas.height);
}

function paintBoundary(
  context: CanvasRenderingContext2D,
  raster: Raster,
  { ink }: FieldColours,
): void {
  const { width, height } = context.canvas;
  context.beginPath();
  for (const [ax, ay, bx, by] of contourOf(raster)) {
    context.moveTo(ax * width, ay * height);
    context.lineTo(bx * width, by * height);
  }
  context.strokeStyle = ink;
  context.lineWidth = BOUNDARY * width;
  context.lineCap = 'round';
  context.stroke();
}

function paintPoints(
  context: CanvasRenderingContext2D,
  picture: FieldPicture,
  colours: FieldColours,
): void {
  const { points, said, isTruthShown } = picture;
  for (const [row, truth] of points.truth.entries()) {
    if (said.has(row)) continue;
    const spot = { ...placeOf(points, row), radius: POINT };
    if (isTruthShown)
      paintShape(context, { ...spot, radius: POINT * 1.5, classIndex: truth }, colours);
    else paintDot(context, spot, colours);
  }
  // Answers lie on top: they are what the model has seen.
  for (const [row, classIndex] of said) {
    const spot = { ...placeOf(points, row), radius: ANSWER, classIndex };
    paintShape(context, spot, colours);
    if (points.truth[row] !== classIndex) paintCross(context, spot, colours);
  }
}

interface Spot {
  /** In [0, 1] from the top left, as `radius`. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export function placeOf(
  { places }: DrawnPoints,
  row: number,
): { readonly x: number; readonly y: number } {
  return { x: ((places[2 * row] ?? 0) + 1) / 2, y: (1 - (places[2 * row + 1] ?? 0)) / 2 };
}

function paintDot(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Spot,
  { ink, paper }: FieldColours,
): void {
  const { width, height } = context.canvas;
  context.beginPath();
  context.arc(x * width, y * height, radius * width, 0, 2 * Math.PI);
  context.fillStyle = paper;
  context.globalAlpha = 0.75;
  context.fill();
  context.strokeStyle = ink;
  context.lineWidth = 0.003 * width;
  context.stroke();
  context.globalAlpha = 1;
}

interface ClassSpot extends Spot {
  readonly classIndex: number;
}

function paintShape(
  context: CanvasRenderingContext2D,
  { x, y, radius, classIndex }: ClassSpot,
  { ink, paper }: FieldColours,
): void {
  const { width, height } = context.canvas;
  const { shape, colour } = paletteEntry(classIndex);
  const scale = (2 * radius * width) / 24;
  context.save();
  context.translate(x * width - 12 * scale, y * height - 12 * scale);
  context.scale(scale, scale);
  const path = new Path2D(shape);
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.lineWidth = 7;
  context.stroke(path);
  context.strokeStyle = ink;
  context.lineWidth = 4;
  context.stroke(path);
  context.fillStyle = colour;
  context.fill(path);
  context.restore();
}

/** An answer that was wrong. */
function paintCross(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Spot,
  { ink, paper }: FieldColours,
): void {
  const { width, height } = context.canvas;
  const reach = radius * width * 0.5;
  const [cx, cy] = [x * width, y * height];
  for (const [colour, share] of [
    [ink, 0.009],
    [paper, 0.005],
  ] as const) {
    context.beginPath();
    context.moveTo(cx - reach, cy - reach);
    context.lineTo(cx + reach, cy + reach);
    context.moveTo(cx + reach, cy - reach);
    context.lineTo(cx - reach, cy + reach);
    context.strokeStyle = colour;
    context.lineWidth = share * width;
    context.stroke();
  }
}

/** Of `#rrggbb`, or of `#rgb`, to which builds shorten it. */
function toRgb(hex: string): Rgb {
  const digits = hex.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const value = Number.parseInt(long, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
