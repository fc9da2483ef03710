import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { featureKey } from '../../../domain/explanation/feature.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RegionPart } from '../../explain-contract.ts';
import { groupParts, scaleOf, sharesFor, strengthOf } from '../../share.ts';
import type { ExplainedViewProps } from '../../view-contract.ts';
import { explainGrid } from '../grid.ts';
import { type Cell, CellGrid } from './CellGrid.tsx';
import { Framed } from './Framed.tsx';
import { mergeCells } from './merge-cells.ts';
import { placeName } from './place-name.ts';
import { strings } from './strings.ts';
import './image.css';

/** The picture with what each place says; places are painted to say something of them. */
export function ExplainedImage(props: ExplainedViewProps) {
  const { content, className, media, onPaint } = props;
  const painted = useSignal<ReadonlySet<number>>(new Set());
  const isHidden = useSignal(false);
  const cells = useCells(props);
  useEffect(() => {
    painted.value = new Set();
  }, [content]);
  if (content.kind !== 'image') return null;
  const grid = explainGrid(content);
  const send = (isByKeyboard: boolean): void => {
    const regions = mergeCells(painted.peek(), grid);
    const fill = { kind: 'mean' as const };
    const patches = [...(content.patches ?? []), ...regions.map((region) => ({ region, fill }))];
    onPaint({ regions, without: { ...content, patches }, isByKeyboard });
  };
  const isBare = !cells.some(({ strength }) => strength > 0);
  return (
    <>
      <div class="picture-explained" data-study-main tabIndex={-1} data-hidden={isHidden.value}>
        <Framed content={content} media={media} alt={content.name}>
          <CellGrid
            grid={grid}
            cells={cells}
            label={strings.grid(className)}
            painted={painted}
            onDone={send}
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
          {painted.value.size > 0 && strings.painted(painted.value.size)}
        </span>
        {painted.value.size > 0 && (
          <>
            <Button onClick={(event) => send(event.detail === 0)}>{strings.say}</Button>
            <Button
              variant="quiet"
              onClick={() => {
                painted.value = new Set();
                send(false);
              }}
            >
              {strings.clear}
            </Button>
          </>
        )}
      </div>
      <Legend className={className} isBare={isBare} />
    </>
  );
}

/** What each place says of the class that is looked at, in the order of the grid. */
function useCells({
  parts,
  index,
  mode,
  className,
  saidKeys,
  content,
}: ExplainedViewProps): readonly Cell[] {
  return useMemo(() => {
    const regions = parts.filter((part): part is RegionPart => part.kind === 'region');
    const groups = groupParts(regions);
    const scale = scaleOf(groups, mode);
    const shares = sharesFor(groups, index, mode);
    return shares.map(({ key, parts: own, total }) => {
      const strength = strengthOf(total, scale);
      const part = own[0] as RegionPart;
      const verb = strength === 0 ? 'none' : total < 0 ? 'against' : 'for';
      const { says } = strings;
      const said =
        verb === 'none'
          ? says.none(className)
          : says[verb](className, strings.strength[strength] ?? '');
      const name = strings.cell(placeName(part.region, content), said);
      return {
        name,
        verb,
        strength,
        featureKey: featureKey(part.feature),
        isSaid: saidKeys.has(key),
      };
    });
  }, [parts, index, mode, className, saidKeys, content]);
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
