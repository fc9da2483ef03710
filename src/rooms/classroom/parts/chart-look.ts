import type { ChartLook } from '../race/chart-of.ts';

/** Letters of the chart, as shares of its width and height within these bounds in pixels. */
const TEXT = { ofWidth: 0.03, ofHeight: 0.05, least: 13, most: 26 } as const;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  /** Paper around the drawing, beyond width and height. */
  readonly rim?: number;
}

/** Colours and letters of the page where the chart stands. */
export function lookOf(element: Element, { width, height, rim = 0 }: ChartSize): ChartLook {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    width: Math.max(280, width),
    height: Math.max(220, height),
    rim,
    text: Math.min(
      TEXT.most,
      Math.max(TEXT.least, Math.min(width * TEXT.ofWidth, height * TEXT.ofHeight)),
    ),
    font: style.fontFamily.replaceAll('"', "'"),
    colours: {
      ink: token('--ink'),
      quiet: token('--ink-quiet'),
      line: token('--line'),
      paper: token('--paper-raised'),
    },
  };
}
