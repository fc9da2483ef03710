/** The service worker: offline after the first visit, a new version only when the person agrees. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { Workbox } from 'workbox-window';

export interface Updates {
  readonly isReady: ReadonlySignal<boolean>;
  apply(): void;
}

export function watchUpdates(isProduction: boolean): Updates {
  const isReady = signal(false);
  if (!isProduction || !('serviceWorker' in navigator)) return { isReady, apply: () => undefined };
  const workbox = new Workbox('./sw.js', { scope: './' });
  workbox.addEventListener('waiting', () => {
    isReady.value = true;
  });
  let isApplying = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isApplying) location.reload();
  });
  void workbox.register().catch(() => undefined); // No service worker (http, private window): online only.
  return {
    isReady,
    apply() {
      isApplying = true;
      workbox.messageSkipWaiting();
    },
  };
}
