/** Whether "Why?" is open: as the person left it, for as long as the tab lives. */
import { type Signal, signal } from '@preact/signals';

const KEY = 'hone-why-open';

export interface Panel {
  readonly isOpen: Signal<boolean>;
  toggle(): void;
}

export function createPanel(storage: Pick<Storage, 'getItem' | 'setItem'>): Panel {
  const isOpen = signal(read(storage));
  return {
    isOpen,
    toggle() {
      isOpen.value = !isOpen.value;
      try {
        storage.setItem(KEY, isOpen.value ? 'open' : 'closed');
      } catch {
        // Where nothing may be stored, it is remembered while the room is open.
      }
    },
  };
}

function read(storage: Pick<Storage, 'getItem'>): boolean {
  try {
    return storage.getItem(KEY) === 'open';
  } catch {
    return false;
  }
}
