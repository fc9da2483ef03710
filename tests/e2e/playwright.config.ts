import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.mjs';

const PORT = Number(process.env.HONE_E2E_PORT ?? 4319);
const REPORT = process.env.HONE_E2E_REPORT;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Two files at a time: journeys wait for paints and pauses more than for the processor.
  workers: 2,
  retries: 0,
  timeout: 120_000,
  // The report adds up in `tests/tools/run-all.mjs`.
  reporter: REPORT ? [['list'], ['json', { outputFile: REPORT }]] : 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    serviceWorkers: 'allow',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findChromium().path, args: CHROMIUM_ARGS },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --host 127.0.0.1`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
