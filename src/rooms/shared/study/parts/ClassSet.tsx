import type { ClassId } from '../../../../domain/records.ts';
import { activeClasses } from '../../../../domain/state.ts';
import type { ProjectSession } from '../../../../engine/api.ts';
import { ClassChip } from '../../../../ui/ClassChip.tsx';

export interface ClassSetProps {
  readonly session: ProjectSession;
  readonly label: string;
  readonly value: readonly ClassId[];
  readonly onChange: (value: readonly ClassId[]) => void;
}

/** Any number of classes, by pressing them. */
export function ClassSet({ session, label, value, onChange }: ClassSetProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: stands within a row of controls
    <div class="study-classes" role="group" aria-label={label}>
      {activeClasses(session.project.value).map(({ id, name, colour }) => {
        const isOn = value.includes(id);
        return (
          <ClassChip
            key={id}
            definition={{ name, colour, key: '' }}
            selected={isOn}
            onClick={() => onChange(isOn ? value.filter((one) => one !== id) : [...value, id])}
          />
        );
      })}
    </div>
  );
}
