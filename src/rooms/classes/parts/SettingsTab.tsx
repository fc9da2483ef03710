import type { ProposalTiming } from '../../../domain/records.ts';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { AuditSetting } from './AuditSetting.tsx';
import { BudgetSetting } from './BudgetSetting.tsx';
import { Choices } from './Choices.tsx';
import { ColumnsSetting } from './ColumnsSetting.tsx';
import { CostsSetting } from './CostsSetting.tsx';
import { EncoderSetting } from './EncoderSetting.tsx';
import { FieldsSetting } from './FieldsSetting.tsx';
import { NameSetting } from './NameSetting.tsx';
import { RepeatSetting } from './RepeatSetting.tsx';
import { RestSetting } from './RestSetting.tsx';
import { StrategySetting } from './StrategySetting.tsx';

const { settings } = strings;
const TIMINGS: readonly ProposalTiming[] = ['after', 'before', 'never'];

export function SettingsTab({ services, session }: ClassesProps) {
  const props = { services, session };
  const { modality, settings: chosen } = session.project.value;
  const { proposal } = chosen;
  return (
    <div class="classes-settings">
      <NameSetting {...props} />
      <Choices
        label={settings.proposal}
        hint={settings.proposalHint}
        value={proposal}
        options={TIMINGS.map((value) => ({ value, ...settings.proposalChoices[value] }))}
        onChange={(value) => void changeSettings(props, { proposal: value as ProposalTiming })}
      />
      <AuditSetting {...props} />
      <RepeatSetting {...props} />
      <StrategySetting {...props} />
      {modality === 'table' && <ColumnsSetting {...props} />}
      {(modality === 'image' || modality === 'table') && <EncoderSetting {...props} />}
      <BudgetSetting {...props} />
      <CostsSetting {...props} />
      <RestSetting {...props} />
      <FieldsSetting {...props} />
    </div>
  );
}
