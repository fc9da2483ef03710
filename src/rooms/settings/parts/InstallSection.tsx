import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { strings } from '../strings.ts';

export function InstallSection({ services }: { readonly services: Services }) {
  const { install } = services;
  const isApple = /iP(ad|hone)/.test(navigator.userAgent);
  return (
    <section class="settings-section">
      <h2>{strings.install.title}</h2>
      <p class="settings-quiet">{strings.install.words}</p>
      {install.isOffered.value && (
        <Button onClick={() => void install.install()}>{strings.install.action}</Button>
      )}
      {isApple && <p>{strings.install.ios}</p>}
    </section>
  );
}
