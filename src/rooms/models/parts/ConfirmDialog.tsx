import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly go: string;
  readonly cancel: string;
  readonly isDanger?: boolean;
  /** Null when done, else the reason in plain words. */
  readonly onGo: () => Promise<string | null>;
  readonly onClose: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, go, cancel, isDanger = false, onGo, onClose } = props;
  const isBusy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const run = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      problem.value = await onGo();
      if (problem.value === null) onClose();
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            busy={isBusy.value}
            onClick={() => void run()}
          >
            {go}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {problem.value !== null && <Notice tone="bad">{problem.value}</Notice>}
    </Dialog>
  );
}
