import { ROLE_CHOICES } from '../role-choices.ts';
import { strings } from '../strings.ts';

export function RoleHints() {
  return (
    <details class="import-adjust">
      <summary>{strings.role.title}</summary>
      <dl class="import-roles">
        {ROLE_CHOICES.map(({ value, label, hint }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>{hint}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
