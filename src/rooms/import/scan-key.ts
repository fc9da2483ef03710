import { columnsWith } from './roles.ts';
import type { WizardState } from './state.ts';

/** Everything on which the labels of the whole file depend; null = there is nothing to scan. Pure. */
export function scanKey(state: WizardState): string | null {
  if (state.preview.status !== 'ready') return null;
  const columns = columnsWith(state.roles, 'label', 'oracle');
  if (columns.length === 0) return null;
  const separator = state.mode === 'multi' ? state.separator : null;
  return JSON.stringify([columns, separator, state.options]);
}
