import { rooms } from '../rooms/index.ts';
import type { ProjectRow } from '../storage/api.ts';
import type { Shell } from './context.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly shortcut: string;
  /** Why it cannot run now, or null. */
  readonly reason: string | null;
  readonly run: () => void;
}

/** Everything that can be reached from here: acts of this room, rooms, projects. */
export function collectEntries(
  shell: Shell,
  projects: readonly ProjectRow[],
): readonly PaletteEntry[] {
  const { router } = shell.services;
  const { projectId } = router.route.value;
  const acts = shell.actions.value.map((action) => ({
    id: action.id,
    label: action.label,
    group: '',
    shortcut: action.shortcut,
    reason: action.unavailable?.() ?? null,
    run: () => void action.run(),
  }));
  const places = rooms
    .filter((room) => room.scope === 'app' || projectId !== null)
    .map((room) => ({
      id: `room.${room.id}`,
      label: room.label,
      group: '→',
      shortcut: '',
      reason: null,
      run: () => router.go(room.id, room.scope === 'project' ? projectId : null),
    }));
  const others = projects.map((row) => ({
    id: `project.${row.id}`,
    label: row.project.name,
    group: '→',
    shortcut: '',
    reason: null,
    run: () => router.go('label', row.id),
  }));
  return [...acts, ...places, ...others];
}

/** Entries that hold every word of the query, those that begin with it first. */
export function filterEntries(
  entries: readonly PaletteEntry[],
  query: string,
): readonly PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = entries.filter(({ label }) =>
    words.every((word) => label.toLowerCase().includes(word)),
  );
  const first = words[0] ?? '';
  const rank = ({ label }: PaletteEntry): number => (label.toLowerCase().startsWith(first) ? 0 : 1);
  return [...matches].sort((a, b) => rank(a) - rank(b)).slice(0, 12);
}
