import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { decodeSound } from '../../shared/decode-sound.ts';
import type { DecideProps } from '../props.ts';
import { strings } from '../strings.ts';

const { arrivals: words } = strings;

/** A few new texts without a file. */
export function PasteTexts({ services, session }: DecideProps) {
  const text = useSignal('');
  const isBusy = useSignal(false);
  const take = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (text.value.trim() === '') return;
    isBusy.value = true;
    const blob = new Blob([text.value], { type: 'text/plain' });
    const outcome = await services.importer.run(
      [{ name: 'pasted.txt', blob }],
      {
        projectId: session.id,
        modality: 'text',
        options: { format: 'text', unit: 'line', encoding: 'utf-8' },
        roles: { text: 'content' },
        labelSeparator: null,
        duplicates: 'skip',
        purpose: 'decide',
        classes: {},
      },
      () => undefined,
      decodeSound,
    );
    isBusy.value = false;
    if (!outcome.ok) return services.notify({ tone: 'bad', text: outcome.error.message });
    text.value = '';
    const { added, duplicates } = outcome.value;
    services.notify({ tone: 'good', text: words.added(added, duplicates) });
    await session.refresh();
  };
  return (
    <form class="decide-paste" onSubmit={(event) => void take(event)}>
      <Field label={words.paste}>
        <TextArea
          value={text.value}
          rows={3}
          onChange={(next) => {
            text.value = next;
          }}
        />
      </Field>
      <Button type="submit" busy={isBusy.value} icon="plus">
        {words.add}
      </Button>
    </form>
  );
}
