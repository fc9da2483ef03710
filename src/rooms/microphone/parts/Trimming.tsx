import { useMemo } from 'preact/hooks';
import type { Samples } from '../../../modalities/sound/input.ts';
import { Cursor } from '../../../modalities/sound/view/Item.tsx';
import { Spectrogram } from '../../../modalities/sound/view/Spectrogram.tsx';
import { usePlayer } from '../../../modalities/sound/view/use-player.ts';
import { Button } from '../../../ui/Button.tsx';
import { strings } from '../strings.ts';
import type { MicrophoneProps } from './props.ts';

const STEPS = 200;
/** At least so much stays. */
const LEAST = 0.02;

/** What was kept before it is saved: its beginning and end can be cut. */
export function Trimming({ desk }: MicrophoneProps) {
  const take = desk.take.value;
  return take ? <TakeView desk={desk} take={take} /> : null;
}

interface TakeViewProps extends Pick<MicrophoneProps, 'desk'> {
  readonly take: Samples;
}

function TakeView({ desk, take }: TakeViewProps) {
  const { from, to } = desk.trim.value;
  const input = useMemo(() => ({ ...take, patches: [] }), [take]);
  const player = usePlayer(input);
  const length = take.samples.length / take.rate;
  const set = (next: { from?: number; to?: number }): void => {
    const first = Math.min(next.from ?? from, 1 - LEAST);
    const last = Math.max(next.to ?? to, LEAST);
    if (last - first >= LEAST) desk.trim.value = { from: first, to: last };
  };
  const slider = (label: string, value: number, change: (share: number) => void) => (
    <label class="microphone-slider">
      <span>
        {label} {(value * length).toFixed(2)} s
      </span>
      <input
        type="range"
        min={0}
        max={STEPS}
        value={Math.round(value * STEPS)}
        onInput={(event) => change(Number(event.currentTarget.value) / STEPS)}
      />
    </label>
  );
  return (
    <section class="microphone-take" aria-label={strings.trimTitle}>
      <h2>{strings.trimTitle}</h2>
      <div class="sound-frame">
        <Spectrogram input={input} label={strings.take(length.toFixed(1))} />
        <Cursor player={player} length={length} />
        <span class="microphone-cut" style={`left: 0; width: ${100 * from}%`} />
        <span class="microphone-cut" style={`right: 0; width: ${100 * (1 - to)}%`} />
      </div>
      {slider(strings.trimFrom, from, (share) => set({ from: share }))}
      {slider(strings.trimTo, to, (share) => set({ to: share }))}
      <div class="microphone-row">
        <Button
          icon={player.isPlaying.value ? 'pause' : 'play'}
          onClick={() =>
            player.isPlaying.value
              ? player.stop()
              : player.playStretch({ from: from * length, to: to * length })
          }
        >
          {player.isPlaying.value ? strings.pause : strings.play}
        </Button>
        <Button variant="quiet" onClick={desk.letGo}>
          {strings.letGo}
        </Button>
      </div>
    </section>
  );
}
