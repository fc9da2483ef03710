/** The browser's offer to install, kept until the person asks for it. */
import { signal } from '@preact/signals';
import type { InstallOffer } from '../engine/services.ts';

interface InstallEvent extends Event {
  prompt(): Promise<void>;
}

export function watchInstall(): InstallOffer {
  const offer = signal<InstallEvent | null>(null);
  const isOffered = signal(false);
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer.value = event as InstallEvent;
    isOffered.value = true;
  });
  addEventListener('appinstalled', () => {
    isOffered.value = false;
  });
  return {
    isOffered,
    async install() {
      await offer.value?.prompt();
      isOffered.value = false;
    },
  };
}
