import { IconButton } from '../ui/IconButton.tsx';
import { strings } from './strings.ts';
import type { ShownToast, Toasts } from './toasts.ts';

export function ToastStack({ toasts }: { readonly toasts: Toasts }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.shown.value.map((toast) => (
        <ToastCard key={toast.id} toast={toast} dismiss={() => toasts.dismiss(toast.id)} />
      ))}
    </div>
  );
}

function ToastCard({
  toast,
  dismiss,
}: {
  readonly toast: ShownToast;
  readonly dismiss: () => void;
}) {
  const { action } = toast;
  return (
    <div class={`toast toast-${toast.tone}`}>
      <span>{toast.text}</span>
      {action && (
        <button
          type="button"
          class="toast-action"
          onClick={() => {
            dismiss();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="close" label={strings.close} onClick={dismiss} />
    </div>
  );
}
