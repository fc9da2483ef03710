import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './tools/chromium.mjs';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  worker: { format: 'es' },
  optimizeDeps: {
    include: [
      'dexie',
      'comlink',
      'ulid',
      'umap-js',
      'fflate',
      'chardet',
      'papaparse',
      '@streamparser/json',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      '@preact/signals',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-converter',
      '@tensorflow/tfjs-layers',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
    ],
  },
  server: { fs: { allow: ['..'] } },
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: findChromium().path, args: CHROMIUM_ARGS },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
