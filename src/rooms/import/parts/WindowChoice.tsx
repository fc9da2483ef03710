import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

const SECONDS = [1, 2, 3, 5, 10, 30, 60] as const;
const WHOLE = 'whole';

/** How long recordings are cut. A live project goes on as it began. */
export function WindowChoice({ wizard }: { readonly wizard: Wizard }) {
  const { target, windowMs } = wizard.state.value;
  if (target !== null) return null;
  const { window } = strings;
  return (
    <Field label={window.label} hint={window.hint}>
      <Select
        value={windowMs === null ? WHOLE : String(windowMs)}
        options={[
          { value: WHOLE, label: window.whole },
          ...SECONDS.map((count) => ({
            value: String(count * 1000),
            label: window.seconds(count),
          })),
        ]}
        onChange={(value) =>
          wizard.dispatch({ type: 'window', windowMs: value === WHOLE ? null : Number(value) })
        }
      />
    </Field>
  );
}
