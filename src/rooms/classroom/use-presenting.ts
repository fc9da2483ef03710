import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

export interface Presenting {
  readonly isOn: Signal<boolean>;
  readonly toggle: () => void;
}

/** Large type over the whole screen; the browser's full screen where it is allowed. Escape ends both. */
export function usePresenting(host: RefObject<HTMLElement | null>): Presenting {
  const isOn = useSignal(false);
  useEffect(() => {
    const onChange = (): void => {
      if (!document.fullscreenElement) isOn.value = false;
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const toggle = (): void => {
    isOn.value = !isOn.value;
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    // Where full screen is refused the page alone is covered, and nothing is said: it serves as well.
    else if (isOn.value) void host.current?.requestFullscreen?.().catch(() => undefined);
  };
  return { isOn, toggle };
}
