import type { ColumnRole } from '../../../../workers/api.ts';
import { Select } from '../../../ui/Select.tsx';
import { roleChoices, toRole } from '../role-choices.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

interface RoleSelectProps {
  readonly wizard: Wizard;
  readonly column: string;
}

export function RoleSelect({ wizard, column }: RoleSelectProps) {
  const { roles, modality } = wizard.state.value;
  const role: ColumnRole = roles[column] ?? 'ignore';
  return (
    <Select
      aria-label={strings.role.label(column)}
      value={role}
      options={roleChoices(modality)}
      onChange={(value: string) => wizard.dispatch({ type: 'role', column, role: toRole(value) })}
    />
  );
}
