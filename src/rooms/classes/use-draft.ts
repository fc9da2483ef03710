import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface Draft {
  readonly text: Signal<string>;
  readonly isDirty: boolean;
  readonly save: () => void;
  readonly revert: () => void;
}

/**
 * Long text under edit. Saved when asked, and when the person leaves (another tab of the room,
 * another room, the app in the background), so that a forgotten button costs nothing.
 */
export function useDraft(stored: string, save: (text: string) => void): Draft {
  const text = useSignal(stored);
  const saved = useSignal(stored);
  // Changed elsewhere (another tab, an undo) while nothing is typed here: follow.
  useEffect(() => {
    if (text.value === saved.value) text.value = stored;
    saved.value = stored;
  }, [stored, text, saved]);
  const saveNow = (): void => {
    if (text.value === saved.value) return;
    saved.value = text.value;
    save(text.value);
  };
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      saveNow();
    };
    // `saveNow` reads signals, so the first one serves for the whole life of the part.
  }, []);
  return {
    text,
    isDirty: text.value !== saved.value,
    save: saveNow,
    revert: () => {
      text.value = saved.value;
    },
  };
}
