import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Services } from '../../../engine/services.ts';
import type { StorageUse } from '../../../storage/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { formatBytes } from '../../shared/format-bytes.ts';
import { strings } from '../strings.ts';

export function StorageSection({ services }: { readonly services: Services }) {
  const use = useSignal<StorageUse | null>(null);
  const isRefused = useSignal(false);
  const look = async (): Promise<void> => {
    use.value = await services.storage.use();
  };
  useEffect(() => void look(), []);
  const ask = async (): Promise<void> => {
    isRefused.value = !(await services.storage.requestPersistence());
    await look();
  };
  const text = strings.storage;
  const figures = use.value;
  return (
    <section class="settings-section">
      <h2>{text.title}</h2>
      <p class="settings-quiet">{text.lead}</p>
      {figures && (
        <>
          <Progress
            value={figures.quotaBytes > 0 ? figures.usedBytes / figures.quotaBytes : 0}
            label={text.used(formatBytes(figures.usedBytes), formatBytes(figures.quotaBytes))}
          />
          <p>{figures.persistent ? text.persistent : text.fragile}</p>
          {!figures.persistent && <Button onClick={() => void ask()}>{text.ask}</Button>}
          {isRefused.value && <p role="status">{text.refused}</p>}
        </>
      )}
    </section>
  );
}
