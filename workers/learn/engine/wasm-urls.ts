/** Where the WebAssembly of tfjs lies in the build. */

import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';

export const wasmUrls = {
  'tfjs-backend-wasm.wasm': plainUrl,
  'tfjs-backend-wasm-simd.wasm': simdUrl,
  // Never loaded: threads are switched off (`start-backend.ts`). tfjs wants the name all the same.
  'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
};
