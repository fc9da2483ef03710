export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
  readonly n?: number;
}

export interface ChartSeries {
  readonly label: string;
  /** CSS colour or `var(--token)`; the spark when absent. */
  readonly colour?: string;
  /** `whiskers`: single measurements, each a dot with its interval; absent = a line with its band. */
  readonly marks?: 'whiskers';
  readonly points: readonly ChartPoint[];
}

type Column = (number | null)[];

/** Columns as uPlot takes them: one x axis, and for each series its upper and lower bound and then its
 * line, which is thus drawn over the band. */
export function toColumns(series: readonly ChartSeries[]): [number[], ...Column[]] {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort(
    (a, b) => a - b,
  );
  const columns = series.flatMap(({ points }) => {
    const byX = new Map(points.map((point) => [point.x, point]));
    const column = (pick: (point: ChartPoint) => number | undefined): Column =>
      xs.map((x) => {
        const point = byX.get(x);
        return point ? (pick(point) ?? null) : null;
      });
    return [column((p) => p.high), column((p) => p.low), column((p) => p.y)];
  });
  return [xs, ...columns];
}
