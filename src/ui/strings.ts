/** The few words that parts say of themselves. */
export const strings = {
  close: 'Close',
  space: 'Space',
  /** A share with its interval, as read aloud. */
  interval: (value: string, low: string, high: string, n: number) =>
    `${value}, between ${low} and ${high}, n = ${n}`,
  /** What stands behind the share on the screen. */
  range: (low: string, high: string, n: number) => `(${low} to ${high}, n = ${n})`,
  chartTable: (y: string, x: string) => `${y} by ${x}`,
} as const;
