import { useSignal } from '@preact/signals';
import type { SourceInput } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { strings } from '../strings.ts';

export function PasteBox({ onUse }: { readonly onUse: (source: SourceInput) => void }) {
  const text = useSignal('');
  const isEmpty = text.value.trim() === '';
  return (
    <div class="import-paste">
      <Field label={strings.source.pasteLabel} hint={strings.source.pasteHint}>
        <TextArea
          value={text.value}
          rows={8}
          onChange={(value: string) => {
            text.value = value;
          }}
        />
      </Field>
      <Button
        variant="primary"
        disabled={isEmpty}
        onClick={() =>
          onUse({
            name: strings.source.pastedName,
            blob: new Blob([text.value], { type: 'text/plain;charset=utf-8' }),
          })
        }
      >
        {strings.source.pasteUse}
      </Button>
    </div>
  );
}
