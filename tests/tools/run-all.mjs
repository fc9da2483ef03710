/**
 * Runs everything and adds it up: formatting and lint, types, unit, contracts and architecture in
 * Node, browser tests in Chromium, journeys on the production build. The last line is
 * `N passed, N failed` over all runners.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';

const reports = mkdtempSync(join(tmpdir(), 'hone-tests-'));
const only = process.argv.slice(2);
let passed = 0;
let failed = 0;

function run(title, command, args, env = {}) {
  console.log(`\n=== ${title}`);
  const started = Date.now();
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(`--- ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result.status === 0;
}

function step(title, command, args, env) {
  const isGood = run(title, command, args, env);
  if (isGood) passed += 1;
  else failed += 1;
  return isGood;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that dies before it reports counts as one failure, never as none. */
function tally(title, isGood, counts) {
  passed += counts?.passed ?? 0;
  failed += counts?.failed ?? 0;
  if (!isGood && !(counts?.failed > 0)) failed += 1;
  if (!counts || counts.passed + counts.failed === 0) {
    console.log(`${title} ran no test`);
    if (isGood) failed += 1;
  }
}

function vitest(title, config) {
  const file = join(reports, `${title}.json`);
  const isGood = run(title, 'npx', [
    'vitest',
    'run',
    '--config',
    config,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    file,
  ]);
  const report = readReport(file);
  tally(title, isGood, report && { passed: report.numPassedTests, failed: report.numFailedTests });
}

function playwright(title, env) {
  const file = join(reports, 'e2e.json');
  const isGood = run(
    title,
    'npx',
    ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
    {
      ...env,
      HONE_E2E_REPORT: file,
    },
  );
  const stats = readReport(file)?.stats;
  // A test that passes only on a second try is broken: it counts as failed.
  tally(title, isGood, stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

function wants(name) {
  return only.length === 0 || only.includes(name);
}

const quick = () => {
  step('format and lint', 'npx', ['biome', 'check', '.']);
  for (const project of ['src/tsconfig.pure.json', 'src', 'workers', 'tests']) {
    step(`types: ${project}`, 'npx', ['tsc', '-p', project]);
  }
};

if (wants('quick')) quick();
if (wants('unit')) vitest('unit, contracts, architecture', 'tests/vitest.config.ts');
if (wants('browser') || wants('e2e')) {
  const { path, from } = findChromium();
  console.log(`\nChromium: ${path} (${from})`);
  process.env.HONE_CHROMIUM = path;
  if (wants('browser')) vitest('browser', 'tests/vitest.browser.config.ts');
  if (wants('e2e') && step('build', 'npx', ['vite', 'build', '--logLevel', 'warn']))
    playwright('e2e', {});
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
