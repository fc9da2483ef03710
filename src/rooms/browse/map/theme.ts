/** Colours of the map, from the tokens of the theme. */
import { palette } from '../../../ui/palette.ts';
import type { Colour, Look } from './points.ts';
import { CLASS_COLOURS, RAMP_STEPS } from './scene.ts';

/** Read once per theme: asking the style of an element in every frame would cost more than drawing. */
const known = new Map<string, Look>();

export function readLook(node: HTMLElement): Look {
  const style = getComputedStyle(node);
  const [quiet, spark, ink] = ['--ink-quiet', '--spark', '--ink'].map((name) =>
    style.getPropertyValue(name).trim(),
  ) as [string, string, string];
  const key = `${quiet} ${spark} ${ink}`;
  const look = known.get(key) ?? makeLook(quiet, spark, ink);
  known.set(key, look);
  return look;
}

function makeLook(quiet: string, spark: string, ink: string): Look {
  const from = toColour(quiet);
  const to = toColour(spark);
  const ramp = Array.from({ length: RAMP_STEPS }, (_, step) => {
    const share = step / (RAMP_STEPS - 1);
    return from.map((part, i) => part + ((to[i] ?? 0) - part) * share) as unknown as Colour;
  });
  const classes = palette.slice(0, CLASS_COLOURS).map(({ colour }) => toColour(colour));
  return { colours: [...classes, from, ...ramp], ink: toColour(ink) };
}

/** `#rrggbb` */
function toColour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
