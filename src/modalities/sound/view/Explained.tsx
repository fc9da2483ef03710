import { useMemo } from 'preact/hooks';
import { featureKey } from '../../../domain/explanation/feature.ts';
import { Spinner } from '../../../ui/Spinner.tsx';
import type { RegionPart } from '../../explain-contract.ts';
import { type Place, PlaceGrid } from '../../places/PlaceGrid.tsx';
import { paintingOf } from '../../places/painting.ts';
import { gridOf } from '../../places/places.ts';
import { groupParts, scaleOf, sharesFor, strengthOf } from '../../share.ts';
import type { ExplainedViewProps } from '../../view-contract.ts';
import type { SoundInput } from '../input.ts';
import { Controls } from './Controls.tsx';
import { Cursor, labelOf } from './Item.tsx';
import { placeName } from './place-name.ts';
import { Spectrogram } from './Spectrogram.tsx';
import { strings } from './strings.ts';
import { usePlayer } from './use-player.ts';
import { useSound } from './use-sound.ts';

/** The sound with what spoke for and against a class; places are chosen to say something of them. */
export function ExplainedSound(props: ExplainedViewProps) {
  const { content, media } = props;
  const sound = content.kind === 'sound' ? content : null;
  const loaded = useSound(sound, media);
  const input = loaded.status === 'ready' ? loaded.input : null;
  if (loaded.status === 'loading') return <Spinner label={strings.loading} />;
  if (!sound || !input) return <p>{strings.failed}</p>;
  return <Overlay {...props} input={input} />;
}

interface OverlayProps extends ExplainedViewProps {
  readonly input: SoundInput;
}

function Overlay(props: OverlayProps) {
  const { content, input, className } = props;
  const parts = useMemo(
    () => props.parts.filter((part): part is RegionPart => part.kind === 'region'),
    [props.parts],
  );
  const player = usePlayer(input);
  if (content.kind !== 'sound') return null;
  const grid = gridOf(parts.map(({ region }) => region));
  const length = input.samples.length / input.rate;
  const places = placesOf(props, parts);
  const isBare = !places.some(({ strength }) => (strength ?? 0) > 0);
  return (
    <div class="sound">
      <div class="sound-frame" data-study-main tabIndex={-1}>
        <Spectrogram input={input} label={labelOf(content, length)} />
        <Cursor player={player} length={length} />
        <PlaceGrid
          label={strings.gridWhy}
          look="sound-grid"
          grid={grid}
          places={places}
          {...paintingOf(props, content, grid)}
        />
      </div>
      <Controls player={player} length={length} />
      {isBare ? (
        <p class="study-quiet">{strings.nothing(className)}</p>
      ) : (
        <p class="sound-legend study-quiet">
          <span data-verb="for">{strings.legendFor(className)}</span>
          <span data-verb="against">{strings.legendAgainst(className)}</span>
          <span>{strings.legendMore}</span>
        </p>
      )}
    </div>
  );
}

function placesOf(
  { index, mode, className, saidKeys, input }: OverlayProps,
  parts: readonly RegionPart[],
): readonly Place[] {
  const groups = groupParts(parts);
  const scale = scaleOf(groups, mode);
  const extents = { length: input.samples.length / input.rate, rate: input.rate };
  return sharesFor(groups, index, mode).map(({ key, total, parts: [part] }): Place => {
    const strength = strengthOf(total, scale);
    const verb = total > 0 ? 'for' : 'against';
    const name = part ? placeName(part.region, extents) : '';
    const says =
      strength === 0
        ? strings.saysNothing(name, className)
        : strings.says(name, verb, className, strings.strength[strength] ?? '');
    const isSaid = saidKeys.has(part ? featureKey(part.feature) : key);
    return {
      label: isSaid ? strings.said(says) : says,
      verb,
      strength,
      isSaid,
      featureKey: key,
    };
  });
}
