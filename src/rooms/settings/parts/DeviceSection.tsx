import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BackendMeasurement } from '../../../../workers/api.ts';
import { BACKEND_NAMES } from '../../../engine/backend-names.ts';
import type { Preferences, Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { strings } from '../strings.ts';

interface Stored {
  readonly figures: readonly BackendMeasurement[];
}

const CHOICES = ['auto', 'webgpu', 'wasm', 'cpu'] as const;
const NAMES = {
  auto: strings.device.auto,
  ...BACKEND_NAMES,
};

export function DeviceSection({ services }: { readonly services: Services }) {
  const figures = useSignal<readonly BackendMeasurement[] | null>(null);
  const isBusy = useSignal(false);
  useEffect(() => {
    void services.storage.device.get<Stored>('backends').then((stored) => {
      figures.value = stored?.figures ?? null;
    });
  }, []);
  const measure = async (): Promise<void> => {
    isBusy.value = true;
    try {
      figures.value = await services.measureBackends();
    } catch (error) {
      services.notify({
        tone: 'bad',
        text: error instanceof Error ? error.message : String(error),
      });
    } finally {
      isBusy.value = false;
    }
  };
  const { backend } = services.preferences;
  const text = strings.device;
  return (
    <section class="settings-section">
      <h2>{text.title}</h2>
      <p class="settings-quiet">{text.lead}</p>
      <Segmented
        label={text.choice}
        value={backend.value}
        options={CHOICES.map((value) => ({ value, label: NAMES[value] }))}
        onChange={(value) => {
          backend.value = value as Preferences['backend']['value'];
        }}
      />
      <p class="settings-quiet">{text.choiceHint}</p>
      {figures.value ? <Figures figures={figures.value} /> : <p>{text.none}</p>}
      <Button busy={isBusy.value} onClick={() => void measure()}>
        {isBusy.value ? text.measuring : text.measure}
      </Button>
      <h3>{text.isolatedTitle}</h3>
      <p class="settings-quiet">{crossOriginIsolated ? text.isolated : text.notIsolated}</p>
    </section>
  );
}

function Figures({ figures }: { readonly figures: readonly BackendMeasurement[] }) {
  return (
    <div class="settings-scroll">
      <table class="settings-table">
        <caption class="visually-hidden">{strings.device.measured}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.device.backend}</th>
            <th scope="col">{strings.device.speed}</th>
            <th scope="col">{strings.device.note}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.backend}>
              <th scope="row">{NAMES[figure.backend]}</th>
              <td>
                {figure.scoreMs === null
                  ? strings.device.missing
                  : `${figure.scoreMs.toFixed(1)} ms`}
              </td>
              <td>{figure.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
