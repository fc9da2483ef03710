import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Shell } from './context.ts';
import { strings } from './strings.ts';

/** Above this share of the quota the person is told. */
const FULL_FROM = 0.8;
const LOOK_EVERY_MS = 60_000;

/** What matters whatever the room: a new version, no network, a full disk. */
export function Status({ shell }: { readonly shell: Shell }) {
  const isOffline = useOffline();
  const share = useStorageShare(shell);
  return (
    <div class="app-status">
      {isOffline && (
        <p class="app-offline" role="status">
          <Icon name="offline" size={16} /> {strings.offline}
        </p>
      )}
      {shell.updates.isReady.value && (
        <Notice
          tone="plain"
          actions={<Button onClick={shell.updates.apply}>{strings.update.action}</Button>}
        >
          {strings.update.text}
        </Notice>
      )}
      {share > FULL_FROM && <Notice tone="warn">{strings.full(Math.round(share * 100))}</Notice>}
    </div>
  );
}

function useOffline(): boolean {
  const isOffline = useSignal(!navigator.onLine);
  useEffect(() => {
    const look = (): void => {
      isOffline.value = !navigator.onLine;
    };
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOffline.value;
}

function useStorageShare({ services }: Shell): number {
  const share = useSignal(0);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const { usedBytes, quotaBytes } = await services.storage.use();
      share.value = quotaBytes > 0 ? usedBytes / quotaBytes : 0;
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return share.value;
}
