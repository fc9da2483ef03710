/** From levels to colours, between the stops that the style sheet names for each theme. */

export type Colour = readonly [red: number, green: number, blue: number];

const STOPS = ['--sound-low', '--sound-middle', '--sound-high'] as const;
const FALLBACK: readonly Colour[] = [
  [233, 231, 225],
  [96, 121, 138],
  [20, 28, 36],
];

/** Reads `#rrggbb`; anything else is null. */
export function parseColour(text: string): Colour | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (!found) return null;
  return [1, 2, 3].map((i) => Number.parseInt(found[i] ?? '0', 16)) as unknown as Colour;
}

/** 256 entries of RGB, from silence to the level and above; lightness moves one way only. */
export function colourTable(element: Element): Uint8ClampedArray {
  const style = getComputedStyle(element);
  const stops = STOPS.map(
    (name, i) => parseColour(style.getPropertyValue(name)) ?? (FALLBACK[i] as Colour),
  );
  const table = new Uint8ClampedArray(256 * 3);
  for (let i = 0; i < 256; i++) {
    const place = (i / 255) * (stops.length - 1);
    const at = Math.min(stops.length - 2, Math.floor(place));
    const [from, to] = [stops[at] as Colour, stops[at + 1] as Colour];
    for (let c = 0; c < 3; c++)
      table[i * 3 + c] =
        (from[c] as number) + (place - at) * ((to[c] as number) - (from[c] as number));
  }
  return table;
}
