/** What still keeps the import from starting, in words that say what to do. Pure. */
import { keyProblem, nameProblem } from '../../domain/classes.ts';
import type { ClassDefinition } from '../../domain/records.ts';
import { MAX_CLASSES, resolveClasses } from './class-drafts.ts';
import { columnsWith } from './roles.ts';
import { existingClasses, type WizardState } from './state.ts';
import { strings } from './strings.ts';

export function problems(state: WizardState): readonly string[] {
  if (state.preview.status !== 'ready') return [strings.problem.noFile];
  return [...columnProblems(state), ...scanProblems(state), ...classProblems(state)];
}

function columnProblems(state: WizardState): readonly string[] {
  const found: string[] = [];
  if (columnsWith(state.roles, 'content').length === 0)
    found.push(strings.problem.noContent(state.modality));
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
  const existing = existingClasses(state);
  const kept = state.drafts.filter((draft) => !draft.removed);
  if (kept.some((draft) => draft.name.trim() === '')) return [strings.problem.namelessClass];
  const { additions } = resolveClasses(kept, existing, () => '');
  const offered = existing.filter((one) => !one.retired && one.mergedInto === null).length;
  // One yes/no class is a whole task with several labels; with one label there must be a choice.
  const needed = state.mode === 'single' ? 2 : 1;
  const found: string[] = [];
  if (offered + additions.length < needed) found.push(strings.problem.tooFewClasses(needed));
  const refused = additionProblem(additions, existing);
  return refused === null ? found : [...found, refused];
}

/** The first name or key that the project would refuse, in its own words. */
function additionProblem(
  additions: readonly ClassDefinition[],
  existing: readonly ClassDefinition[],
): string | null {
  for (const [index, one] of additions.entries()) {
    const before = [...existing, ...additions.slice(0, index)];
    const problem = nameProblem(one.name, before) ?? keyProblem(one.key, before);
    if (problem !== null) return problem;
  }
  return null;
}
