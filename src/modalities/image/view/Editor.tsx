import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { type Place, PlaceGrid } from '../../places/PlaceGrid.tsx';
import { filled, regionsOf } from '../../places/places.ts';
import type { EditorViewProps } from '../../view-contract.ts';
import { explainGrid, regionOfCell } from '../grid.ts';
import { Framed } from './Framed.tsx';
import { placeName } from './place-name.ts';
import { strings } from './strings.ts';
import './image.css';

/** Places are painted and emptied, one stroke after the other; the original never changes. */
export function ImageEditor({ original, content, media, onChange }: EditorViewProps) {
  const [painted, setPainted] = useState<ReadonlySet<number>>(new Set());
  const places = useMemo((): readonly Place[] => {
    if (content.kind !== 'image') return [];
    const grid = explainGrid(content);
    return Array.from({ length: grid.columns * grid.rows }, (_, cell) => ({
      label: placeName(regionOfCell(grid, cell), grid),
    }));
  }, [original]);
  if (content.kind !== 'image' || original.kind !== 'image') return null;
  const grid = explainGrid(content);
  const patches = content.patches ?? [];
  const kept = (original.patches ?? []).length;
  const empty = (cells: ReadonlySet<number>): void => {
    setPainted(new Set());
    if (cells.size > 0) onChange(filled(content, regionsOf(cells, grid)));
  };
  const undo = (): void => {
    const { patches: _all, ...bare } = content;
    const left = patches.slice(0, -1);
    onChange(left.length === 0 ? bare : { ...bare, patches: left });
  };
  return (
    <div class="picture-editor">
      <p class="study-quiet">{strings.edit}</p>
      <Framed content={content} media={media} alt={content.name}>
        <PlaceGrid
          label={strings.paintGrid}
          look="picture-places"
          grid={grid}
          places={places}
          chosen={painted}
          onChoose={setPainted}
          onDone={empty}
        />
      </Framed>
      <div class="study-row">
        <Button disabled={painted.size === 0} onClick={() => empty(painted)}>
          {strings.empty}
        </Button>
        <Button variant="quiet" icon="undo" disabled={patches.length <= kept} onClick={undo}>
          {strings.undo}
        </Button>
      </div>
    </div>
  );
}
