import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { featureKey } from '../../../domain/explanation/feature.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RegionPart } from '../../explain-contract.ts';
import { type Place, PlaceGrid } from '../../places/PlaceGrid.tsx';
import { paintingOf } from '../../places/painting.ts';
import { type Grid, gridOf } from '../../places/places.ts';
import { groupParts, scaleOf, sharesFor, strengthOf } from '../../share.ts';
import type { ExplainedViewProps } from '../../view-contract.ts';
import { Framed } from './Framed.tsx';
import { placeName } from './place-name.ts';
import { strings } from './strings.ts';
import './image.css';

/** The picture with what each place says; places are painted to say something of them. */
export function ExplainedImage(props: ExplainedViewProps) {
  const { content, className, media } = props;
  const isHidden = useSignal(false);
  const parts = useMemo(
    () => props.parts.filter((part): part is RegionPart => part.kind === 'region'),
    [props.parts],
  );
  const grid = useMemo(() => gridOf(parts.map(({ region }) => region)), [parts]);
  const places = usePlaces(props, parts, grid);
  if (content.kind !== 'image') return null;
  const painting = paintingOf(props, content, grid);
  const { size } = painting.chosen;
  const isBare = !places.some(({ strength }) => (strength ?? 0) > 0);
  return (
    <>
      <div class="picture-explained" data-study-main tabIndex={-1} data-hidden={isHidden.value}>
        <Framed content={content} media={media} alt={content.name}>
          <PlaceGrid
            label={strings.grid(className)}
            look="picture-places"
            grid={grid}
            places={places}
            {...painting}
          />
        </Framed>
      </div>
      <div class="study-row">
        <Button
          variant="quiet"
          aria-pressed={isHidden.value}
          onClick={() => {
            isHidden.value = !isHidden.value;
          }}
        >
          {strings.hide}
        </Button>
        <span class="study-quiet" role="status">
          {size > 0 && strings.painted(size)}
        </span>
        {size > 0 && (
          <Button variant="quiet" onClick={() => painting.onChoose(new Set())}>
            {strings.clear}
          </Button>
        )}
      </div>
      <Legend className={className} isBare={isBare} />
    </>
  );
}

/** What each place says of the class that is looked at, in the order of the grid. */
function usePlaces(
  { index, mode, className, saidKeys }: ExplainedViewProps,
  parts: readonly RegionPart[],
  grid: Grid,
): readonly Place[] {
  return useMemo(() => {
    const groups = groupParts(parts);
    const scale = scaleOf(groups, mode);
    const { says } = strings;
    return sharesFor(groups, index, mode).map(({ key, parts: [part], total }): Place => {
      const strength = strengthOf(total, scale);
      const verb = total < 0 ? 'against' : 'for';
      const saying =
        strength === 0
          ? says.none(className)
          : says[verb](className, strings.strength[strength] ?? '');
      const name = strings.cell(part ? placeName(part.region, grid) : '', saying);
      const isSaid = saidKeys.has(part ? featureKey(part.feature) : key);
      return {
        label: isSaid ? strings.said(name) : name,
        verb,
        strength,
        isSaid,
        featureKey: key,
      };
    });
  }, [parts, grid, index, mode, className, saidKeys]);
}

function Legend({ className, isBare }: { readonly className: string; readonly isBare: boolean }) {
  if (isBare) return <p class="study-quiet">{strings.nothing(className)}</p>;
  return (
    <p class="study-legend study-quiet">
      <span class="picture-sample" data-verb="for" data-strength="2">
        {strings.legendFor} {className}
      </span>
      <span class="picture-sample" data-verb="against" data-strength="2">
        {strings.legendAgainst} {className}
      </span>
      <span>{strings.legendMore}</span>
    </p>
  );
}
