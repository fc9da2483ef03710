import { multiplyPlain } from '../../src/modalities/table/fourier.ts';
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
    times: async (right, width) =>
      multiplyPlain(matrix, right, { rows, inner: columns, columns: width }),
  }),
};
