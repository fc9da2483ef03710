/** Starting a tfjs backend, with a time-out, and believing only what `getBackend` says afterwards. */
import * as tf from '@tensorflow/tfjs-core';
import type { BackendId } from '../../api.ts';

const START_TIMEOUT_MS = 10_000;

/** File name of tfjs -> where it lies. Absent = in the build (`wasm-urls.ts`, which only Vite can read). */
export type WasmFiles = Readonly<Record<string, string>>;

/** Rejects with a reason in plain words when the backend cannot be had. */
export async function startBackend(id: BackendId, wasmFiles?: WasmFiles): Promise<void> {
  await register[id](wasmFiles);
  const started = await withTimeout(tf.setBackend(id), `${id} did not start within ten seconds`);
  await withTimeout(tf.ready(), `${id} was not ready within ten seconds`);
  if (!started || tf.getBackend() !== id) throw new Error(`the browser refused to start ${id}`);
}

/** Undefined before any backend was started. */
export function currentBackend(): string | undefined {
  return tf.engine().backendName;
}

/** tfjs computes on whatever backend is current, without a word: makes this started one current again. */
export async function makeCurrent(id: string): Promise<void> {
  if (tf.getBackend() === id) return;
  if (!(await tf.setBackend(id)) || tf.getBackend() !== id)
    throw new Error(`${id} could not be taken up again`);
}

const register: Readonly<Record<BackendId, (wasmFiles?: WasmFiles) => Promise<void>>> = {
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
  },
  async wasm(wasmFiles) {
    const [{ setWasmPaths }, files] = await Promise.all([
      import('@tensorflow/tfjs-backend-wasm'),
      wasmFiles ?? import('./wasm-urls.ts').then(({ wasmUrls }) => wasmUrls),
    ]);
    // Minified threaded WebAssembly hangs on isolated pages; one thread is enough for a linear head.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths(files);
  },
  async webgpu() {
    const adapter = await globalThis.navigator?.gpu?.requestAdapter();
    if (!adapter) throw new Error('the browser offers no WebGPU adapter');
    await import('@tensorflow/tfjs-backend-webgpu');
    // Small products must run on the device that was asked for, not silently on the CPU.
    tf.env().set('WEBGPU_CPU_FORWARD', false);
  },
};

/** Rejects with the message when the task takes longer; the task itself cannot be stopped. */
export async function withTimeout<T>(
  task: Promise<T>,
  message: string,
  limitMs = START_TIMEOUT_MS,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), limitMs);
  });
  try {
    return await Promise.race([task, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
