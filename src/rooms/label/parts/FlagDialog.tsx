import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { strings } from '../strings.ts';
import type { DeskDialogProps } from './props.ts';

export function FlagDialog({ services, session, desk, open, onClose }: DeskDialogProps) {
  const note = useSignal('');
  const itemId = desk.onShow.value?.item.id;
  const flags = session.state.value.flags;
  const isFlagged = itemId !== undefined && flags.has(itemId);
  useEffect(() => {
    if (open && itemId) note.value = flags.get(itemId) ?? '';
  }, [open, itemId]);
  const run = async (isOn: boolean): Promise<void> => {
    if (!itemId) return;
    const outcome = await session.run(
      isOn ? { type: 'flag-item', itemId, note: note.value } : { type: 'unflag-item', itemId },
    );
    if (outcome.ok) onClose();
    else services.notify({ tone: 'bad', text: outcome.error.message });
  };
  return (
    <Dialog
      open={open}
      title={strings.flagTitle}
      onClose={onClose}
      actions={
        <>
          {isFlagged && <Button onClick={() => void run(false)}>{strings.unflag}</Button>}
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button variant="primary" onClick={() => void run(true)}>
            {strings.flagSave}
          </Button>
        </>
      }
    >
      <Field label={strings.flagNote}>
        <TextArea
          value={note.value}
          onChange={(value) => {
            note.value = value;
          }}
        />
      </Field>
    </Dialog>
  );
}
