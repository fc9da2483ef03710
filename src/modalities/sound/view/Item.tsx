import { useComputed } from '@preact/signals';
import { contentTitle } from '../../../domain/content.ts';
import type { SoundContent } from '../../../domain/records.ts';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useShown } from '../../use-shown.ts';
import type { ItemViewProps, Media } from '../../view-contract.ts';
import type { SoundInput } from '../input.ts';
import { Controls } from './Controls.tsx';
import type { Player } from './player.ts';
import { Spectrogram } from './Spectrogram.tsx';
import { seconds, strings } from './strings.ts';
import { useHeard } from './use-heard.ts';
import { usePlayer, usePlayKey } from './use-player.ts';
import { useSound } from './use-sound.ts';

/** The sound itself: seen and heard. */
export function SoundItem({ content, media, isSmall = false, onShown }: ItemViewProps) {
  if (content.kind !== 'sound') return null;
  return isSmall ? (
    <Small content={content} media={media} />
  ) : (
    <Whole key={content.blob} content={content} media={media} onShown={onShown} />
  );
}

interface SoundProps {
  readonly content: SoundContent;
  readonly media: Media;
}

function Small({ content, media }: SoundProps) {
  const loaded = useSound(content, media);
  return (
    <span class="sound-small">
      <span class="sound-frame">
        {loaded.status === 'ready' && <Spectrogram input={loaded.input} label="" />}
      </span>
      <span class="sound-name">
        {loaded.status === 'failed' ? strings.failed : contentTitle(content)}
      </span>
    </span>
  );
}

interface WholeProps extends SoundProps {
  readonly onShown: (() => void) | undefined;
}

function Whole({ content, media, onShown }: WholeProps) {
  const loaded = useSound(content, media);
  useShown(loaded.status !== 'loading', onShown);
  const input = loaded.status === 'ready' ? loaded.input : null;
  const player = usePlayer(useHeard(input));
  usePlayKey(player, input !== null);
  if (loaded.status === 'loading') return <Spinner label={strings.loading} />;
  if (!input) return <p>{strings.failed}</p>;
  const length = input.samples.length / input.rate;
  return (
    <figure class="sound">
      <Seekable input={input} player={player} label={labelOf(content, length)} />
      {length === 0 && <p>{strings.silent}</p>}
      <Controls player={player} length={length} />
      <figcaption class="sound-name">{contentTitle(content)}</figcaption>
    </figure>
  );
}

export function labelOf(content: SoundContent, length: number): string {
  return strings.picture(contentTitle(content), seconds(length));
}

interface SeekableProps {
  readonly input: SoundInput;
  readonly player: Player;
  readonly label: string;
}

/** A click listens from there. By keyboard the buttons and the key do the same. */
export function Seekable({ input, player, label }: SeekableProps) {
  const length = input.samples.length / input.rate;
  const seek = (event: MouseEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    player.seek(((event.clientX - box.left) / box.width) * length);
    if (!player.isPlaying.value) player.toggle();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: playing and pausing have a button and a key
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div class="sound-frame" onClick={seek}>
      <Spectrogram input={input} label={label} />
      <Cursor player={player} length={length} />
    </div>
  );
}

export function Cursor({ player, length }: { readonly player: Player; readonly length: number }) {
  const style = useComputed(() => `left: ${length > 0 ? (100 * player.place.value) / length : 0}%`);
  return <span class="sound-cursor" aria-hidden="true" style={style} />;
}
