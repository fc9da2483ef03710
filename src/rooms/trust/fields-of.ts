import type { Project } from '../../domain/records.ts';

/** Columns and imported fields that a rule may read. */
export function fieldsOf({
  settings,
}: Pick<Project, 'settings'>): readonly { readonly value: string; readonly label: string }[] {
  const names = new Set([
    ...(settings.columns ?? []).map(({ name }) => name),
    ...settings.shownFields,
  ]);
  return [...names].map((name) => ({ value: name, label: name }));
}
