import { defineConfig } from '/work/wt/browse/node_modules/@playwright/test/index.mjs';
import { CHROMIUM_ARGS, findChromium } from '/work/wt/browse/tests/tools/chromium.mjs';
export default defineConfig({ testDir: '/work/wt/browse/tests/e2e', outputDir: '/tmp/browse-pk/results', workers: 1, timeout: 240000, reporter: 'list',
  use: { baseURL: 'http://127.0.0.1:4571/', viewport: { width: 1440, height: 900 }, launchOptions: { executablePath: findChromium().path, args: CHROMIUM_ARGS }, trace: 'off', screenshot: 'only-on-failure' } });
