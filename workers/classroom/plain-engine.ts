import type { Engine } from '../learn/engine/engine.ts';

/**
 * The learner's dense product in plain loops. A race is small, and plain loops give the same curve on
 * every device, whatever its graphics card: a link shows everyone the same.
 */
export const plainEngine: Engine = {
  id: 'cpu',
  adapter: 'plain loops',
  lost: new Promise<string>(() => undefined),
  dispose: () => undefined,
  load: (matrix, rows, columns) => ({
    dispose: () => undefined,
    times: async (right, width) => times(matrix, right, { rows, columns, width }),
  }),
};

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
}

/** Sums in double precision; the right side is turned, so that both are read in order. */
function times(
  left: Float32Array,
  right: Float32Array,
  { rows, columns, width }: Shape,
): Float32Array {
  const turned = new Float64Array(right.length);
  for (let k = 0; k < columns; k++)
    for (let c = 0; c < width; c++) turned[c * columns + k] = right[k * width + c] as number;
  const result = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const first = row * columns;
    for (let c = 0; c < width; c++) {
      const own = c * columns;
      let sum = 0;
      for (let k = 0; k < columns; k++)
        sum += (left[first + k] as number) * (turned[own + k] as number);
      result[row * width + c] = sum;
    }
  }
  return result;
}
