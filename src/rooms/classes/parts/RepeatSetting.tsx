import { repeatShareOf } from '../../../domain/repeats.ts';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ShareSlider } from './ShareSlider.tsx';

export function RepeatSetting({ services, session }: ClassesProps) {
  return (
    <ShareSlider
      label={strings.settings.repeats}
      share={repeatShareOf(session.project.value.settings)}
      maxPercent={20}
      stepPercent={1}
      hint={strings.settings.repeatsHint}
      onChange={(repeatShare) => void changeSettings({ services, session }, { repeatShare })}
    />
  );
}
