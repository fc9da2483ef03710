/** Short messages at the edge of the screen. They go by themselves; what failed stays until it is read. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Toast } from '../engine/services.ts';

const STAY_MS = 6_000;
const STAY_WITH_ACTION_MS = 12_000;

export interface ShownToast extends Toast {
  readonly id: number;
}

export interface Toasts {
  readonly shown: ReadonlySignal<readonly ShownToast[]>;
  notify(toast: Toast): void;
  dismiss(id: number): void;
}

export function createToasts(): Toasts {
  const shown = signal<readonly ShownToast[]>([]);
  let nextId = 0;
  const dismiss = (id: number): void => {
    shown.value = shown.value.filter((toast) => toast.id !== id);
  };
  return {
    shown,
    dismiss,
    notify(toast) {
      nextId += 1;
      const id = nextId;
      shown.value = [...shown.value.slice(-2), { ...toast, id }];
      if (toast.tone === 'bad') return;
      setTimeout(() => dismiss(id), toast.action ? STAY_WITH_ACTION_MS : STAY_MS);
    },
  };
}
