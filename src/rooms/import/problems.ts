/** What still keeps the import from starting, in words that say what to do. Pure. */
import { MAX_CLASSES, toNameKey } from './class-drafts.ts';
import { columnsWith } from './roles.ts';
import { existingClasses, type WizardState } from './state.ts';
import { strings } from './strings.ts';

export function problems(state: WizardState): readonly string[] {
  if (state.preview.status !== 'ready') return [strings.problem.noFile];
  return [...columnProblems(state), ...scanProblems(state), ...classProblems(state)];
}

function columnProblems(state: WizardState): readonly string[] {
  const found: string[] = [];
  if (columnsWith(state.roles, 'content').length === 0) found.push(strings.problem.noContent);
  if (state.target === null && state.name.trim() === '') found.push(strings.problem.noName);
  return found;
}

function scanProblems(state: WizardState): readonly string[] {
  if (columnsWith(state.roles, 'label', 'oracle').length === 0) return [];
  if (state.scan.status === 'failed') return [state.scan.message];
  if (state.scan.status !== 'ready') return [strings.problem.scanning];
  const { labels, truncated } = state.scan.value;
  if (truncated || labels.length > MAX_CLASSES) {
    return [strings.problem.tooManyLabels(labels.length, MAX_CLASSES)];
  }
  return [];
}

function classProblems(state: WizardState): readonly string[] {
  const kept = state.drafts.filter((draft) => !draft.removed);
  const found: string[] = [];
  if (kept.some((draft) => draft.name.trim() === '')) found.push(strings.problem.namelessClass);
  const names = new Set(kept.map((draft) => toNameKey(draft.name)));
  for (const existing of existingClasses(state)) {
    if (!existing.retired) names.add(toNameKey(existing.name));
  }
  // One yes/no class is a whole task with several labels; with one label there must be a choice.
  const needed = state.mode === 'single' ? 2 : 1;
  if (names.size < needed) found.push(strings.problem.tooFewClasses(needed));
  const clash = keyClash(state);
  if (clash !== null) found.push(strings.problem.keyClash(clash.key, clash.names));
  return found;
}

/** Two classes that are to stay two and ask for the same key. */
export function keyClash(
  state: WizardState,
): { readonly key: string; readonly names: readonly string[] } | null {
  const byKey = new Map<string, Map<string, string>>();
  const offer = (key: string, name: string): void => {
    if (key === '') return;
    const names = byKey.get(key) ?? new Map<string, string>();
    if (!names.has(toNameKey(name))) names.set(toNameKey(name), name.trim());
    byKey.set(key, names);
  };
  for (const existing of existingClasses(state)) {
    if (!existing.retired) offer(existing.key, existing.name);
  }
  for (const draft of state.drafts) if (!draft.removed) offer(draft.key, draft.name);
  for (const [key, names] of byKey) if (names.size > 1) return { key, names: [...names.values()] };
  return null;
}
