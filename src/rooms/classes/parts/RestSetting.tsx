import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

const MINUTES: readonly number[] = [15, 25, 45, 60, 90];

export function RestSetting({ services, session }: ClassesProps) {
  const { restNudge, restAfterMinutes } = session.project.value.settings;
  const minutes = MINUTES.includes(restAfterMinutes)
    ? MINUTES
    : [...MINUTES, restAfterMinutes].sort((a, b) => a - b);
  return (
    <div class="classes-rest">
      <Toggle
        label={strings.settings.rest}
        value={restNudge}
        onChange={(value: boolean) =>
          void changeSettings({ services, session }, { restNudge: value })
        }
      />
      {restNudge && (
        <Field label={strings.settings.restAfter}>
          <Select
            value={String(restAfterMinutes)}
            options={minutes.map((value) => ({ value: String(value), label: String(value) }))}
            onChange={(value: string) =>
              void changeSettings({ services, session }, { restAfterMinutes: Number(value) })
            }
          />
        </Field>
      )}
    </div>
  );
}
