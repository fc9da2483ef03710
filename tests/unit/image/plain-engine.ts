import type { Engine } from '../../../workers/learn/engine/engine.ts';

/** The learner's dense product in plain loops. */
export const plainEngine: Engine = {
  id: 'cpu',
  adapter: 'plain loops',
  lost: new Promise<string>(() => undefined),
  dispose: () => undefined,
  load: (matrix, rows, columns) => ({
    dispose: () => undefined,
    async times(right, width) {
      const result = new Float32Array(rows * width);
      for (let row = 0; row < rows; row++)
        for (let k = 0; k < columns; k++)
          for (let c = 0; c < width; c++)
            result[row * width + c] =
              (result[row * width + c] as number) +
              (matrix[row * columns + k] as number) * (right[k * width + c] as number);
      return result;
    },
  }),
};
