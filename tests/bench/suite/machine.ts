/** On what the figures were measured. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { findChromium } from '../../tools/chromium.mjs';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly node: string;
  readonly browser: string;
  /** Short name of the commit, with "+" when files differ from it; "unknown" outside a repository. */
  readonly commit: string;
  /** Mean number of waiting processes in the last 15 minutes. */
  readonly load: number;
}

export function describeMachine(root: string): Machine {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown processor',
    cores: all.length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    browser: firstLine(() => execFileSync(findChromium().path, ['--version'], QUIET)),
    commit: commitOf(root),
    load: Math.round((loadavg()[2] ?? 0) * 10) / 10,
  };
}

const QUIET = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] } as const;

function commitOf(root: string): string {
  const git = (...args: string[]): string => execFileSync('git', args, { ...QUIET, cwd: root });
  return firstLine(() => {
    const changed = git('status', '--porcelain', '--untracked-files=no').trim();
    return git('rev-parse', '--short', 'HEAD').trim() + (changed === '' ? '' : '+');
  });
}

function firstLine(read: () => string): string {
  try {
    return read().trim().split('\n')[0] || 'unknown';
  } catch {
    return 'unknown';
  }
}
