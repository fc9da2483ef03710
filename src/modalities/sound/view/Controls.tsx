import { useComputed } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import type { Player } from './player.ts';
import { seconds, strings } from './strings.ts';

export interface ControlsProps {
  readonly player: Player;
  /** Seconds. */
  readonly length: number;
}

/** Play, pause, over and over, slower, faster. */
export function Controls({ player, length }: ControlsProps) {
  const { isPlaying, isLooping, speed, problem } = player;
  return (
    <div class="sound-controls">
      <Button
        icon={isPlaying.value ? 'pause' : 'play'}
        shortcut="p"
        disabled={length === 0}
        onClick={player.toggle}
      >
        {isPlaying.value ? strings.pause : strings.play}
      </Button>
      <Place player={player} length={length} />
      <IconButton
        icon="loop"
        label={strings.again}
        pressed={isLooping.value}
        onClick={() => {
          isLooping.value = !isLooping.value;
        }}
      />
      <span class="sound-speed" title={strings.speedHint}>
        <Segmented
          label={strings.speed}
          value={String(speed.value)}
          options={[
            { value: '0.5', label: strings.speeds.half },
            { value: '1', label: strings.speeds.whole },
            { value: '2', label: strings.speeds.double },
          ]}
          onChange={(value) => {
            speed.value = Number(value);
          }}
        />
      </span>
      {problem.value && <span role="status">{strings.noSound}</span>}
    </div>
  );
}

function Place({ player, length }: ControlsProps) {
  const shown = useComputed(() => seconds(player.place.value));
  return (
    <span class="sound-place" aria-live="off">
      {shown} / {seconds(length)} s
    </span>
  );
}
