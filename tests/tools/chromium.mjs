/**
 * Finds a Chromium for the browser tests, or installs one, and says which. Order: HONE_CHROMIUM,
 * Playwright's own, the system's, Playwright's download, Debian's package (as root).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function fromPlaywright() {
  try {
    const path = chromium.executablePath();
    return path && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function fromSystem() {
  for (const name of SYSTEM_NAMES) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0 && found.stdout.trim()) return found.stdout.trim();
  }
  return null;
}

function present() {
  const named = process.env.HONE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return { path: named, from: 'HONE_CHROMIUM' };
    throw new Error(`HONE_CHROMIUM names ${named}, which does not exist.`);
  }
  const own = fromPlaywright();
  if (own) return { path: own, from: "Playwright's own" };
  const system = fromSystem();
  return system ? { path: system, from: "the system's" } : null;
}

function install() {
  console.error('No Chromium found; trying Playwright’s download.');
  const download = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  });
  const own = download.status === 0 ? fromPlaywright() : null;
  if (own) return { path: own, from: "Playwright's download" };
  if (process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0) {
    console.error('The download failed; trying Debian’s package.');
    const stdio = ['ignore', 'ignore', 'inherit'];
    execFileSync('apt-get', ['update', '-q'], { stdio });
    execFileSync('apt-get', ['install', '-y', '-q', 'chromium'], { stdio });
    const system = fromSystem();
    if (system) return { path: system, from: "Debian's package, just installed" };
  }
  throw new Error(
    'No Chromium. Install one (`npx playwright install chromium`, or your system’s package) ' +
      'or name it in HONE_CHROMIUM.',
  );
}

/** @returns {{path: string, from: string}} */
export function findChromium() {
  return present() ?? install();
}

/** Flags for tests: a software WebGPU adapter, no background traffic, root allowed. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { path, from } = findChromium();
  console.log(`${path} (${from})`);
}
