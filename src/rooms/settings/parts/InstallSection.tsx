import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { installHint } from '../install-hint.ts';
import { strings } from '../strings.ts';

export function InstallSection({ services }: { readonly services: Services }) {
  const { install } = services;
  const hint = installHint({
    isStandalone: matchMedia('(display-mode: standalone)').matches,
    isOffered: install.isOffered.value,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
  });
  return (
    <section class="settings-section">
      <h2>{strings.install.title}</h2>
      <p class="settings-quiet">{strings.install.words}</p>
      {hint === 'offer' ? (
        <Button onClick={() => void install.install()}>{strings.install.action}</Button>
      ) : (
        <p>{strings.install[hint]}</p>
      )}
    </section>
  );
}
