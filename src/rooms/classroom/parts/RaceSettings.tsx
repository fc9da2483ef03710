import { useRef } from 'preact/hooks';
import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { formatShare } from '../../shared/format-number.ts';
import { LIMITS, type Measure, type Scene } from '../scene/scene.ts';
import { strings } from '../strings.ts';
import { useQuietKeys } from '../use-quiet-keys.ts';
import { LaneControls } from './LaneControls.tsx';
import { Slider } from './Slider.tsx';
import { SourceControls } from './SourceControls.tsx';

interface RaceSettingsProps {
  readonly services: Services;
  readonly scene: Scene;
  readonly onChange: (scene: Scene) => void;
}

/** Everything a race depends on. A change starts it anew from the first answer. */
export function RaceSettings({ services, scene, onChange }: RaceSettingsProps) {
  const host = useRef<HTMLDivElement>(null);
  useQuietKeys(host);
  const change = (part: Partial<Scene>): void => onChange({ ...scene, at: 0, ...part });
  return (
    <div class="race-settings" ref={host}>
      <div class="race-settings-part">
        <SourceControls
          services={services}
          source={scene.source}
          onChange={(source) => change({ source })}
        />
      </div>
      <div class="race-settings-part">
        <LaneControls lanes={scene.lanes} onChange={(lanes) => change({ lanes })} />
        <Segmented
          label={strings.race.measure}
          value={scene.measure}
          options={(['right', 'macro-f1'] as const).map((value) => ({
            value,
            label: strings.race.measures[value],
          }))}
          onChange={(measure) => onChange({ ...scene, measure: measure as Measure })}
        />
      </div>
      <Numbers scene={scene} change={change} />
    </div>
  );
}

interface NumbersProps {
  readonly scene: Scene;
  readonly change: (part: Partial<Scene>) => void;
}

function Numbers({ scene, change }: NumbersProps) {
  const words = strings.race;
  return (
    <div class="race-settings-part">
      <Slider
        label={words.labels}
        value={scene.labels}
        {...LIMITS.labels}
        step={5}
        onChange={(labels) => change({ labels })}
      />
      <Slider
        label={words.startCount}
        hint={words.startHint}
        value={scene.startCount}
        {...LIMITS.start}
        onChange={(startCount) => change({ startCount })}
      />
      <Slider
        label={words.wrong}
        hint={words.wrongHint}
        value={Math.round(100 * scene.wrong)}
        least={0}
        most={50}
        step={5}
        says={(value) => formatShare(value / 100)}
        onChange={(value) => change({ wrong: value / 100 })}
      />
      <Slider
        label={words.seeds}
        hint={words.seedsHint}
        value={scene.seeds}
        {...LIMITS.seeds}
        onChange={(seeds) => change({ seeds })}
      />
      <Button
        icon="loop"
        title={words.seedHint}
        onClick={() => change({ seed: scene.seed + scene.seeds })}
      >
        {`${words.anotherSeed} (${scene.seed})`}
      </Button>
    </div>
  );
}
