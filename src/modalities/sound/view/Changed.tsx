import type { Region, RegionPatch, SoundContent } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import type { ChangedViewProps, Media } from '../../view-contract.ts';
import type { Samples, SoundInput } from '../input.ts';
import { labelOf } from './Item.tsx';
import { Spectrogram } from './Spectrogram.tsx';
import { strings } from './strings.ts';
import { useHeard } from './use-heard.ts';
import { usePlayer } from './use-player.ts';
import { useSound } from './use-sound.ts';

/** Before and after, the changed places framed; both can be heard, and the recording something was taken from. */
export function ChangedSound({ content, changed, media }: ChangedViewProps) {
  if (content.kind !== 'sound' || changed.kind !== 'sound') return null;
  return <Pair content={content} changed={changed} media={media} />;
}

interface PairProps {
  readonly content: SoundContent;
  readonly changed: SoundContent;
  readonly media: Media;
}

function Pair({ content, changed, media }: PairProps) {
  const before = useSound(content, media);
  const after = useSound(changed, media);
  const patches = (changed.patches ?? []).slice(content.patches?.length ?? 0);
  const regions = patches.map(({ region }) => region);
  const donor = patches.find(({ fill }) => fill.kind === 'item');
  const own = before.status === 'ready' ? before.input : null;
  const heard = [useHeard(own), useHeard(after.status === 'ready' ? after.input : null)] as const;
  if (before.status === 'loading' || after.status === 'loading')
    return <Spinner label={strings.loading} />;
  if (!own || after.status !== 'ready') return <p>{strings.failed}</p>;
  const length = own.samples.length / own.rate;
  return (
    <div class="sound-pair">
      <figure>
        <Framed input={own} regions={regions} label={labelOf(content, length)} />
        <figcaption>{strings.before}</figcaption>
        <div class="sound-buttons">
          <Hear sound={heard[0]} label={strings.hearOwn} />
        </div>
      </figure>
      <figure>
        <Framed input={after.input} regions={regions} label={captionOf(donor)} />
        <figcaption>{captionOf(donor)}</figcaption>
        <div class="sound-buttons">
          <Hear sound={heard[1]} label={strings.hearChanged} />
          {donor && <HearDonor patch={donor} input={after.input} />}
        </div>
      </figure>
      <p class="study-quiet sound-note">{strings.hearNote}</p>
    </div>
  );
}

function captionOf(donor: RegionPatch | undefined): string {
  return donor ? strings.afterDonor : strings.afterMean;
}

/** Off until the sound is put together. */
function Hear({ sound, label }: { readonly sound: Samples | null; readonly label: string }) {
  const player = usePlayer(sound);
  const isPlaying = player.isPlaying.value;
  return (
    <Button
      icon={isPlaying ? 'pause' : 'play'}
      disabled={sound === null || sound.samples.length === 0}
      onClick={player.toggle}
    >
      {isPlaying ? strings.pause : label}
    </Button>
  );
}

/** The stretch of the other recording, with all its pitches: what was put there is a part of it. */
function HearDonor({ patch, input }: { readonly patch: RegionPatch; readonly input: SoundInput }) {
  const other = input.patches.find(({ donor, region }) => donor && region.x === patch.region.x);
  const player = usePlayer(other?.donor ?? null);
  if (!other?.donor) return null;
  const length = other.donor.samples.length / other.donor.rate;
  const { x, width } = patch.region;
  return (
    <Button
      icon={player.isPlaying.value ? 'pause' : 'play'}
      onClick={() =>
        player.isPlaying.value
          ? player.stop()
          : player.playStretch({ from: x * length, to: (x + width) * length })
      }
    >
      {player.isPlaying.value ? strings.pause : strings.hearOther}
    </Button>
  );
}

interface FramedProps {
  readonly input: SoundInput;
  readonly regions: readonly Region[];
  readonly label: string;
}

function Framed({ input, regions, label }: FramedProps) {
  return (
    <div class="sound-frame">
      <Spectrogram input={input} label={label} />
      {regions.map(({ x, y, width, height }) => (
        <span
          key={`${x} ${y}`}
          class="sound-outline"
          aria-hidden="true"
          style={`left: ${100 * x}%; top: ${100 * y}%; width: ${100 * width}%; height: ${100 * height}%`}
        />
      ))}
    </div>
  );
}
