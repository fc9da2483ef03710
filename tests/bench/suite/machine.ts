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
    browser: firstLine(() => run(findChromium().path, ['--version'], root)),
    commit: commitOf(root),
    load: Math.round((loadavg()[2] ?? 0) * 10) / 10,
  };
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function commitOf(root: string): string {
  const git = (...args: string[]): string => run('git', args, root);
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
