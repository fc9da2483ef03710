/** An engine on tfjs: matrices are tensors, products are `matMul`, results are read asynchronously. */
import * as tf from '@tensorflow/tfjs-core';
import type { BackendId } from '../../api.ts';
import type { Engine, LoadedMatrix } from './engine.ts';
import { makeCurrent, startBackend, type WasmFiles } from './start-backend.ts';

/** Widths are padded to these: the pool of the WebGPU backend is keyed by exact size and never shrinks. */
const WIDTHS = [4, 8, 16, 32, 64, 128, 256, 512];

/** Rejects with a reason in plain words when the backend cannot be had or computes wrongly. */
export async function openTfEngine(id: BackendId, wasmFiles?: WasmFiles): Promise<Engine> {
  await startBackend(id, wasmFiles);
  const engine: Engine = {
    id,
    adapter: describeAdapter(id),
    load: (matrix, rows, columns) => loadTensor(id, { matrix, rows, columns }),
    lost: watchLoss(id),
    dispose: () => undefined, // Backends are shared by the worker and go with it; tensors go with their matrices.
  };
  await checkArithmetic(engine);
  return engine;
}

interface Shaped {
  readonly matrix: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

function loadTensor(id: BackendId, { matrix, rows, columns }: Shaped): LoadedMatrix {
  if (rows === 0 || columns === 0) {
    return { times: async (_, width) => new Float32Array(rows * width), dispose: () => undefined };
  }
  const tensor = tf.tensor2d(matrix, [rows, columns]);
  return {
    async times(right, width) {
      await makeCurrent(id);
      const padded = WIDTHS.find((one) => one >= width) ?? width;
      const product = tf.tidy(() => {
        const factor = tf.tensor2d(pad(right, columns, width, padded), [columns, padded]);
        return tf.matMul(tensor, factor);
      });
      try {
        const data = (await product.data()) as Float32Array;
        return narrow(data, rows, padded, width);
      } finally {
        product.dispose();
      }
    },
    dispose: () => tensor.dispose(),
  };
}

function pad(values: Float32Array, rows: number, from: number, to: number): Float32Array {
  if (from === to) return values;
  const result = new Float32Array(rows * to);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < from; c++) result[r * to + c] = values[r * from + c] as number;
  }
  return result;
}

function narrow(values: Float32Array, rows: number, from: number, to: number): Float32Array {
  if (from === to) return values;
  const result = new Float32Array(rows * to);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < to; c++) result[r * to + c] = values[r * from + c] as number;
  }
  return result;
}

/** A driver may compute wrongly without an error: a known product must come out right. */
async function checkArithmetic(engine: Engine): Promise<void> {
  const matrix = engine.load(
    Float32Array.from({ length: 64 * 16 }, (_, i) => ((i * 7) % 13) / 13),
    64,
    16,
  );
  const right = Float32Array.from({ length: 16 * 3 }, (_, i) => ((i * 5) % 11) / 11);
  const product = await matrix.times(right, 3);
  matrix.dispose();
  for (let r = 0; r < 64; r += 21) {
    let expected = 0;
    for (let k = 0; k < 16; k++)
      expected += ((((r * 16 + k) * 7) % 13) / 13) * (right[k * 3 + 1] as number);
    const found = product[r * 3 + 1] as number;
    if (!(Math.abs(found - expected) < 1e-3)) {
      throw new Error(`${engine.id} computes wrongly on this device (${found} for ${expected})`);
    }
  }
}

interface DeviceHolder {
  readonly device?: {
    readonly lost: Promise<{ readonly reason: string; readonly message: string }>;
  };
  readonly adapterInfo?: {
    readonly vendor?: string;
    readonly architecture?: string;
    readonly description?: string;
  };
}

/** tfjs itself says nothing when a WebGPU device is lost. */
async function watchLoss(id: BackendId): Promise<string> {
  const { device } = tf.backend() as unknown as DeviceHolder;
  if (id !== 'webgpu' || !device) return new Promise(() => undefined);
  const { reason, message } = await device.lost;
  return message || reason;
}

function describeAdapter(id: BackendId): string {
  if (id === 'cpu') return 'plain JavaScript, 1 thread';
  if (id === 'wasm') {
    const isSimd = tf.env().getBool('WASM_HAS_SIMD_SUPPORT');
    return `WebAssembly${isSimd ? ' SIMD' : ''}, 1 thread`;
  }
  const info = (tf.backend() as unknown as DeviceHolder).adapterInfo;
  return (
    [info?.vendor, info?.architecture, info?.description].filter(Boolean).join(' ') || 'WebGPU'
  );
}
