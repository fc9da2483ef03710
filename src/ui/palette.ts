/**
 * Class colours: Okabe and Ito's set for colour-blind eyes (2008), each with a shape of its own, since
 * colour alone carries no meaning here. `ink` is legible on the colour.
 */
export interface PaletteEntry {
  readonly name: string;
  readonly colour: string;
  readonly ink: string;
  /** SVG path in a 24 x 24 box. */
  readonly shape: string;
}

const CIRCLE = 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z';
const SQUARE = 'M4 2h16a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z';
const DIAMOND = 'M12 0.5L23.5 12L12 23.5L0.5 12z';
const HEXAGON = 'M12 0.5l10.2 5.9v11.2L12 23.5l-10.2-5.9V6.4z';
const SHIELD = 'M2 2h20v11c0 6-5 9-10 10.5C7 22 2 19 2 13z';
const PENTAGON = 'M12 0.8l11.2 8.3-4.3 13.4H5.1L0.8 9.1z';
const OCTAGON = 'M7.2 1h9.6L23 7.2v9.6L16.8 23H7.2L1 16.8V7.2z';
const DROP = 'M12 0.5c5 5.5 9.5 9 9.5 14A9.5 9 0 0 1 2.5 14.5c0-5 4.5-8.5 9.5-14z';

export const palette: readonly PaletteEntry[] = [
  { name: 'blue', colour: '#0072b2', ink: '#ffffff', shape: CIRCLE },
  { name: 'orange', colour: '#e69f00', ink: '#1a1a1a', shape: DIAMOND },
  { name: 'green', colour: '#009e73', ink: '#1a1a1a', shape: SQUARE },
  { name: 'purple', colour: '#cc79a7', ink: '#1a1a1a', shape: HEXAGON },
  { name: 'sky', colour: '#56b4e9', ink: '#1a1a1a', shape: SHIELD },
  { name: 'vermilion', colour: '#d55e00', ink: '#1a1a1a', shape: PENTAGON },
  { name: 'yellow', colour: '#f0e442', ink: '#1a1a1a', shape: OCTAGON },
  { name: 'grey', colour: '#8a8f93', ink: '#1a1a1a', shape: DROP },
];

/** Wraps around, so that every class has a colour. */
export function paletteEntry(index: number): PaletteEntry {
  return palette[((index % palette.length) + palette.length) % palette.length] as PaletteEntry;
}
