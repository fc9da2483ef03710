/** Where Node finds the WebAssembly that Vite bundles for the browser. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const NAMES = ['', '-simd', '-threaded-simd'].map((kind) => `tfjs-backend-wasm${kind}.wasm`);

export const wasmFiles = Object.fromEntries(
  NAMES.map((name) => [name, require.resolve(`@tensorflow/tfjs-backend-wasm/dist/${name}`)]),
);
