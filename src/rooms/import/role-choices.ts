import type { ColumnRole } from '../../../workers/api.ts';
import { strings } from './strings.ts';

export interface RoleChoice {
  readonly value: ColumnRole;
  readonly label: string;
  readonly hint: string;
}

const { role } = strings;

export const ROLE_CHOICES: RoleChoice[] = [
  { value: 'content', label: role.content, hint: role.hint.content },
  { value: 'id', label: role.id, hint: role.hint.id },
  { value: 'label', label: role.labelRole, hint: role.hint.label },
  { value: 'oracle', label: role.oracle, hint: role.hint.oracle },
  { value: 'field', label: role.field, hint: role.hint.field },
  { value: 'ignore', label: role.ignore, hint: role.hint.ignore },
];

/** What a select gives back, as a role; anything unknown is left out rather than guessed. */
export const toRole = (value: string): ColumnRole =>
  ROLE_CHOICES.find((choice) => choice.value === value)?.value ?? 'ignore';
