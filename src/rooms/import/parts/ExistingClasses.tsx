import type { ClassDefinition } from '../../../domain/records.ts';
import { ClassChip } from '../../../ui/ClassChip.tsx';
import { strings } from '../strings.ts';

export function ExistingClasses({ classes }: { readonly classes: readonly ClassDefinition[] }) {
  return (
    <div>
      <h3 class="import-subhead">{strings.classes.existingTitle}</h3>
      <ul class="import-chips">
        {classes
          .filter((definition) => !definition.retired)
          .map((definition) => (
            <li key={definition.id}>
              <ClassChip definition={definition} />
            </li>
          ))}
      </ul>
    </div>
  );
}
