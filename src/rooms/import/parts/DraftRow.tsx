import { IconButton } from '../../../ui/IconButton.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { ColourPicker } from '../../shared/ColourPicker.tsx';
import { KeyInput } from '../../shared/KeyInput.tsx';
import { type ClassDraft, type DraftPatch, existingFor, toNameKey } from '../class-drafts.ts';
import { existingClasses } from '../state.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

interface DraftRowProps {
  readonly wizard: Wizard;
  readonly draft: ClassDraft;
}

export function DraftRow({ wizard, draft }: DraftRowProps) {
  const change = (patch: DraftPatch): void =>
    wizard.dispatch({ type: 'draft', id: draft.id, patch });
  const joined = joins(wizard, draft);
  return (
    <li class="import-draft" data-removed={draft.removed}>
      <ColourPicker
        label={strings.classes.colourOf(draft.name)}
        letter={draft.name.slice(0, 1)}
        value={draft.colour}
        onChange={(colour) => change({ colour })}
      />
      <TextInput
        aria-label={
          draft.value === null
            ? strings.classes.nameOfTyped(draft.name)
            : strings.classes.nameOf(draft.value)
        }
        value={draft.name}
        disabled={draft.removed}
        onChange={(name: string) => change({ name })}
      />
      <KeyInput
        label={strings.classes.keyOf(draft.name)}
        value={draft.key}
        disabled={draft.removed}
        onChange={(key) => change({ key })}
      />
      <DraftNote draft={draft} joined={joined} />
      {draft.value !== null && (
        <IconButton
          icon={draft.removed ? 'undo' : 'close'}
          label={
            draft.removed ? strings.classes.restore(draft.name) : strings.classes.remove(draft.name)
          }
          onClick={() => change({ removed: !draft.removed })}
        />
      )}
    </li>
  );
}

function DraftNote({
  draft,
  joined,
}: {
  readonly draft: ClassDraft;
  readonly joined: string | null;
}) {
  if (draft.removed) {
    return (
      <span class="import-quiet import-draft-note">
        {strings.classes.removedNote(draft.count ?? 0)}
      </span>
    );
  }
  return (
    <span class="import-quiet import-draft-note">
      {draft.count !== null && <span>{strings.classes.rows(draft.count)}</span>}
      {draft.value !== null && draft.value !== draft.name && (
        <span>{strings.classes.inFile(draft.value)}</span>
      )}
      {joined !== null && <span>{strings.classes.joins(joined)}</span>}
    </span>
  );
}

/** The class this draft becomes a part of, when it shares its name with one. */
function joins(wizard: Wizard, draft: ClassDraft): string | null {
  const state = wizard.state.value;
  const live = existingFor(draft.name, existingClasses(state));
  if (live !== null) return live.name;
  const key = toNameKey(draft.name);
  const first = state.drafts.find((other) => !other.removed && toNameKey(other.name) === key);
  return first !== undefined && first.id !== draft.id ? first.name : null;
}
