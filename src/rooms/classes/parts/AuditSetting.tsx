import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ShareSlider } from './ShareSlider.tsx';

export function AuditSetting({ services, session }: ClassesProps) {
  return (
    <ShareSlider
      label={strings.settings.audit}
      share={session.project.value.settings.auditShare}
      maxPercent={50}
      stepPercent={5}
      hint={strings.settings.auditHint}
      onChange={(auditShare) => void changeSettings({ services, session }, { auditShare })}
    />
  );
}
