import type { ColumnRole } from '../../../../workers/api.ts';
import { Select } from '../../../ui/Select.tsx';
import { ROLE_CHOICES, toRole } from '../role-choices.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

interface RoleSelectProps {
  readonly wizard: Wizard;
  readonly column: string;
}

export function RoleSelect({ wizard, column }: RoleSelectProps) {
  const role: ColumnRole = wizard.state.value.roles[column] ?? 'ignore';
  return (
    <Select
      aria-label={strings.role.label(column)}
      value={role}
      options={ROLE_CHOICES}
      onChange={(value: string) => wizard.dispatch({ type: 'role', column, role: toRole(value) })}
    />
  );
}
