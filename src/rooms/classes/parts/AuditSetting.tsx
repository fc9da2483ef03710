import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

const MAX_PERCENT = 50;
const STEP_PERCENT = 5;

/** Moves freely while dragged; one event when let go. */
export function AuditSetting({ services, session }: ClassesProps) {
  const id = useId();
  const { auditShare } = session.project.value.settings;
  const percent = useSignal(Math.round(auditShare * 100));
  useEffect(() => {
    percent.value = Math.round(auditShare * 100);
  }, [auditShare, percent]);
  const share = percent.value / 100;
  return (
    <div class="classes-audit">
      <label for={id}>{strings.settings.audit}</label>
      <div class="classes-slider">
        <input
          id={id}
          type="range"
          min={0}
          max={MAX_PERCENT}
          step={STEP_PERCENT}
          value={percent.value}
          aria-describedby={`${id}-hint`}
          aria-valuetext={strings.settings.auditValue(share)}
          onInput={(event) => {
            percent.value = event.currentTarget.valueAsNumber;
          }}
          onChange={() => void changeSettings({ services, session }, { auditShare: share })}
        />
        <output for={id}>{strings.settings.auditValue(share)}</output>
      </div>
      <p id={`${id}-hint`} class="classes-quiet">
        {strings.settings.auditHint(share)}
      </p>
    </div>
  );
}
