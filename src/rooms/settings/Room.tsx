import type { Preferences, Services } from '../../engine/services.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import type { RoomProps } from '../room.ts';
import { DeviceSection } from './parts/DeviceSection.tsx';
import { InstallSection } from './parts/InstallSection.tsx';
import { MemorySection } from './parts/MemorySection.tsx';
import { StorageSection } from './parts/StorageSection.tsx';
import { strings } from './strings.ts';
import './settings.css';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

export default function SettingsRoom({ services }: RoomProps) {
  return (
    <div class="settings">
      <h1>{strings.title}</h1>
      <Look services={services} />
      <DeviceSection services={services} />
      <StorageSection services={services} />
      <MemorySection services={services} />
      <InstallSection services={services} />
      <section class="settings-section">
        <h2>{strings.about.title}</h2>
        <p>{strings.about.words}</p>
        <p class="settings-quiet">{strings.about.version(import.meta.env.HONE_VERSION)}</p>
      </section>
    </div>
  );
}

function Look({ services }: { readonly services: Services }) {
  const { theme, restNudge } = services.preferences;
  return (
    <section class="settings-section">
      <h2>{strings.look.title}</h2>
      <Segmented
        label={strings.look.theme}
        value={theme.value}
        options={THEMES.map((value) => ({ value, label: strings.look[value] }))}
        onChange={(value) => {
          theme.value = value as Preferences['theme']['value'];
        }}
      />
      <Toggle
        label={strings.rest.nudge}
        value={restNudge.value}
        onChange={(value) => {
          restNudge.value = value;
        }}
      />
    </section>
  );
}
