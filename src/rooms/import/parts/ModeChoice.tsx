import { Field } from '../../../ui/Field.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import { columnsWith } from '../roles.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

export function ModeChoice({ wizard }: { readonly wizard: Wizard }) {
  const { mode, separator, target, roles } = wizard.state.value;
  const hasLabels = columnsWith(roles, 'label', 'oracle').length > 0;
  return (
    <div class="import-options">
      {target !== null ? (
        <p class="import-quiet">{strings.mode.fixed(mode)}</p>
      ) : (
        <Field label={strings.mode.label}>
          <Segmented
            label={strings.mode.label}
            value={mode}
            options={[
              { value: 'single', label: strings.mode.single },
              { value: 'multi', label: strings.mode.multi },
            ]}
            onChange={(value: string) =>
              wizard.dispatch({ type: 'mode', mode: value === 'multi' ? 'multi' : 'single' })
            }
          />
        </Field>
      )}
      {mode === 'multi' && hasLabels && (
        <Field label={strings.mode.separator}>
          <Select
            value={separator}
            options={strings.mode.separators}
            onChange={(value: string) => wizard.dispatch({ type: 'separator', separator: value })}
          />
        </Field>
      )}
    </div>
  );
}
