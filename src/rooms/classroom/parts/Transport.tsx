import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { RaceShow } from '../race/race-show.ts';
import { SPEEDS } from '../scene/scene.ts';
import { strings } from '../strings.ts';

/** Play, pause, step both ways, speed. */
export function Transport({ show }: { readonly show: RaceShow }) {
  const { scene, stage, isPlaying } = show;
  const { at, speed, labels } = scene.value;
  const of = stage.value?.labels ?? labels;
  const words = strings.transport;
  return (
    <fieldset class="transport" aria-label={words.label}>
      <IconButton icon="back" label={words.back} onClick={() => show.goTo(at - 1)} />
      <Button
        variant="primary"
        icon={isPlaying.value ? 'pause' : 'play'}
        onClick={() => (isPlaying.value ? show.pause() : show.play())}
      >
        {isPlaying.value ? words.pause : words.play}
      </Button>
      <IconButton icon="forward" label={words.forward} onClick={() => show.goTo(at + 1)} />
      <input
        class="transport-at"
        type="range"
        min={0}
        max={of}
        value={at}
        aria-label={words.at}
        aria-valuetext={words.count(at, of)}
        onInput={(event) => show.goTo(Number(event.currentTarget.value))}
      />
      <span class="transport-count">{words.count(at, of)}</span>
      <IconButton icon="skip" label={words.end} onClick={() => show.goTo(of)} />
      <Select
        aria-label={words.speed}
        value={String(speed)}
        options={SPEEDS.map((one) => ({ value: String(one), label: words.speedOf(one) }))}
        onChange={(value) => show.set({ ...scene.value, speed: Number(value) })}
      />
    </fieldset>
  );
}
