/** How quickly each backend scores a pool, measured on this device. */
import { createRng } from '../../../src/domain/math/rng.ts';
import { median } from '../../../src/domain/math/statistics.ts';
import type { BackendId, BackendMeasurement } from '../../api.ts';
import type { LoadedMatrix } from './engine.ts';
import { currentBackend, makeCurrent, type WasmFiles, withTimeout } from './start-backend.ts';
import { openTfEngine } from './tf-engine.ts';

/** The reference pool: as many items as a usual project, as wide as the text encoder makes them. */
const ROWS = 20_000;
const COLUMNS = 320;
const CLASSES = 3;
const REPEATS = 5;
/** A backend that needs longer than this has lost, whatever it would do with more time. */
const BUDGET_MS = 1_500;
/** A software WebGPU may never answer: then the others must not wait for it. */
const LIMIT_MS = 8_000;
const TOO_SLOW = `it took longer than ${LIMIT_MS / 1_000} seconds`;

export async function measureEngines(
  wasmFiles?: WasmFiles,
): Promise<readonly BackendMeasurement[]> {
  const rng = createRng(1);
  const matrix = Float32Array.from({ length: ROWS * COLUMNS }, () => rng.next() - 0.5);
  const right = Float32Array.from({ length: COLUMNS * CLASSES }, () => rng.next() - 0.5);
  const figures: BackendMeasurement[] = [];
  // A learner may be at work in this worker: it must find its backend as it left it.
  const before = currentBackend();
  try {
    for (const backend of ['wasm', 'webgpu', 'cpu'] as const)
      figures.push(await measure(backend, { matrix, right, wasmFiles }));
    return figures;
  } finally {
    if (before) await makeCurrent(before);
  }
}

interface Reference {
  readonly matrix: Float32Array;
  readonly right: Float32Array;
  readonly wasmFiles: WasmFiles | undefined;
}

async function measure(
  backend: BackendId,
  { matrix, right, wasmFiles }: Reference,
): Promise<BackendMeasurement> {
  try {
    const engine = await openTfEngine(backend, wasmFiles);
    const loaded = engine.load(matrix, ROWS, COLUMNS);
    try {
      const scoreMs = median(await withTimeout(timeProducts(loaded, right), TOO_SLOW, LIMIT_MS));
      return { backend, available: true, scoreMs, note: engine.adapter };
    } finally {
      loaded.dispose();
      engine.dispose();
    }
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return { backend, available: false, scoreMs: null, note };
  }
}

async function timeProducts(loaded: LoadedMatrix, right: Float32Array): Promise<number[]> {
  const times: number[] = [];
  const begun = performance.now();
  await loaded.times(right, CLASSES); // Compiling and uploading are paid once, not per answer.
  while (times.length === 0 || (times.length < REPEATS && performance.now() - begun < BUDGET_MS)) {
    const started = performance.now();
    await loaded.times(right, CLASSES);
    times.push(performance.now() - started);
  }
  return times;
}
