/** Memory and processor time of a browser's processes, read from /proc (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  readonly kind: string;
  readonly rssMB: number;
  /** Anonymous pages: what the process itself holds, without mapped files. */
  readonly anonMB: number;
}

export interface MemoryPeaks {
  /** Largest renderer: the tab, page and workers together. */
  readonly tabPeakMB: number;
  readonly tabNow: ProcessMemory;
  readonly all: readonly ProcessMemory[];
}

const POLL_MS = 200;

/** Ticks a second, as on every Linux in use. */
const TICKS = 100;

/** Seconds of processor time that all its processes have used so far: what a loaded machine does not bend. */
export function processorSeconds(profile: string): number {
  const ticks = pidsOf(profile).map((pid) => {
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return Math.round((10 * ticks.reduce((sum, one) => sum + one, 0)) / TICKS) / 10;
}

export function processesOf(profile: string): readonly ProcessMemory[] {
  return pidsOf(profile).map(memoryOf);
}

/** Every process whose command line names the profile, and their children. */
function pidsOf(profile: string): readonly string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<string, string>();
  const roots = new Set<string>();
  for (const pid of pids) {
    parents.set(pid, /PPid:\t(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? '0');
    if (read(`/proc/${pid}/cmdline`).includes(profile)) roots.add(pid);
  }
  return pids.filter((pid) => isBelow(pid, roots, parents));
}

function isBelow(
  pid: string,
  roots: ReadonlySet<string>,
  parents: ReadonlyMap<string, string>,
): boolean {
  for (let at: string | undefined = pid; at && at !== '0'; at = parents.get(at))
    if (roots.has(at)) return true;
  return false;
}

function memoryOf(pid: string): ProcessMemory {
  const status = read(`/proc/${pid}/status`);
  const kb = (key: string): number =>
    Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0);
  const [, kind = 'browser'] =
    /--type=([\w-]+)/.exec(read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')) ?? [];
  return { kind, rssMB: Math.round(kb('VmRSS') / 1024), anonMB: Math.round(kb('RssAnon') / 1024) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process has ended since.
  }
}

/** Watches from now on; `stop` tells the tab's peak and what every process holds then. */
export function watchMemory(profile: string): { stop(): MemoryPeaks } {
  let tabPeakMB = 0;
  const look = (): readonly ProcessMemory[] => {
    const all = processesOf(profile);
    tabPeakMB = Math.max(tabPeakMB, tabOf(all).rssMB);
    return all;
  };
  const timer = setInterval(look, POLL_MS);
  return {
    stop() {
      clearInterval(timer);
      const all = look();
      return { tabPeakMB, tabNow: tabOf(all), all: all.filter(({ rssMB }) => rssMB > 0) };
    },
  };
}

function tabOf(all: readonly ProcessMemory[]): ProcessMemory {
  const renderers = all.filter(({ kind }) => kind === 'renderer');
  return renderers.reduce((most, one) => (one.rssMB > most.rssMB ? one : most), {
    kind: 'renderer',
    rssMB: 0,
    anonMB: 0,
  });
}
