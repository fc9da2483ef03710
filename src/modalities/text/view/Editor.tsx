import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { EditorViewProps } from '../../view-contract.ts';
import { strings } from './strings.ts';

const ROW_CHARACTERS = 60;

export function TextEditor({ original, content, onChange }: EditorViewProps) {
  if (content.kind !== 'text' || original.kind !== 'text') return null;
  const rows = Math.min(12, Math.max(3, Math.ceil(original.text.length / ROW_CHARACTERS)));
  return (
    <Field label={strings.edit} hint={strings.editHint}>
      <TextArea
        value={content.text}
        rows={rows}
        dir="auto"
        onChange={(text) => onChange({ kind: 'text', text })}
      />
    </Field>
  );
}
