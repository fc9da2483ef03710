import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { messageOf } from '../../shared/message-of.ts';
import type { DecideProps } from '../props.ts';
import { strings } from '../strings.ts';
import { takeIn } from '../take-in.ts';

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
    try {
      const { added, duplicates } = await takeIn(
        { services, session },
        [{ name: 'pasted.txt', blob }],
        { format: 'text', unit: 'line', encoding: 'utf-8' },
      );
      text.value = '';
      services.notify({ tone: 'good', text: words.added(added, duplicates) });
    } catch (error) {
      services.notify({ tone: 'bad', text: words.notTaken(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
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
