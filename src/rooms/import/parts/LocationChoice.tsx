import { Toggle } from '../../../ui/Toggle.tsx';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

/** Where pictures were taken is removed unless the person wants to keep it. */
export function LocationChoice({ wizard }: { readonly wizard: Wizard }) {
  const { modality, media } = wizard.state.value;
  if (modality !== 'image') return null;
  return (
    <div class="import-row">
      <Toggle
        label={strings.read.keepLocation}
        value={media.keepLocation ?? false}
        onChange={(keepLocation) => wizard.dispatch({ type: 'media', patch: { keepLocation } })}
      />
      <p class="import-quiet">{strings.read.locationHint}</p>
    </div>
  );
}
