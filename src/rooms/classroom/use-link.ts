import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Services } from '../../engine/services.ts';

/** Browsers refuse an address that changes with every movement of a slider. */
const SETTLE_MS = 250;

/**
 * Keeps the address at what is shown, without a step back for each change. `read` reads signals; a new
 * value of `inputs` makes it anew.
 */
export function useLink(
  { router }: Pick<Services, 'router'>,
  read: () => string,
  inputs: readonly unknown[],
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    const stop = effect(() => {
      const path = read();
      clearTimeout(timer);
      // An address without a scene stays short until something changes.
      if (!isFirst)
        timer = setTimeout(() => replace(router.href('classroom', null, path)), SETTLE_MS);
      isFirst = false;
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, inputs);
}

function replace(hash: string): void {
  if (location.hash !== hash) history.replaceState(history.state, '', hash);
}
