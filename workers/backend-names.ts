import type { BackendId } from './api.ts';

/** Backends as a person reads them. */
export const BACKEND_NAMES: Readonly<Record<BackendId, string>> = {
  webgpu: 'WebGPU',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};
