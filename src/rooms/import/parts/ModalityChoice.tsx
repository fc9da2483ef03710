import { viewOf } from '../../../modalities/views.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

/** Rows can be texts to read or records to compare; files are what they are. */
export function ModalityChoice({ wizard }: { readonly wizard: Wizard }) {
  const { preview, target, modality } = wizard.state.value;
  if (preview.status !== 'ready' || target !== null) return null;
  const { modalities } = preview.value;
  if (modalities.length < 2) return null;
  return (
    <div class="import-row">
      <span aria-hidden="true">{strings.modality.label}</span>
      <Segmented
        label={strings.modality.label}
        value={modality}
        options={[...modalities].sort().map((value) => ({
          value,
          label: strings.modality.one(viewOf(value).words.item),
        }))}
        onChange={(value) => wizard.dispatch({ type: 'modality', modality: value })}
      />
    </div>
  );
}
