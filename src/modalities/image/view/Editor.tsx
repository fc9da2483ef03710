import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import type { EditorViewProps } from '../../view-contract.ts';
import { explainGrid, regionOfCell } from '../grid.ts';
import { type Cell, CellGrid } from './CellGrid.tsx';
import { Framed } from './Framed.tsx';
import { mergeCells } from './merge-cells.ts';
import { placeName } from './place-name.ts';
import { strings } from './strings.ts';
import './image.css';

/** Places are painted and emptied, one stroke after the other; the original never changes. */
export function ImageEditor({ original, content, media, onChange }: EditorViewProps) {
  const painted = useSignal<ReadonlySet<number>>(new Set());
  const cells = useMemo((): readonly Cell[] => {
    if (content.kind !== 'image') return [];
    const grid = explainGrid(content);
    return Array.from({ length: grid.columns * grid.rows }, (_, cell) => ({
      name: placeName(regionOfCell(grid, cell), content),
      verb: 'none' as const,
      strength: 0,
    }));
  }, [original]);
  if (content.kind !== 'image' || original.kind !== 'image') return null;
  const grid = explainGrid(content);
  const patches = content.patches ?? [];
  const kept = (original.patches ?? []).length;
  const empty = (): void => {
    const fill = { kind: 'mean' as const };
    const added = mergeCells(painted.peek(), grid).map((region) => ({ region, fill }));
    painted.value = new Set();
    if (added.length > 0) onChange({ ...content, patches: [...patches, ...added] });
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
        <CellGrid
          grid={grid}
          cells={cells}
          label={strings.paintGrid}
          painted={painted}
          onDone={(isByKeyboard) => {
            if (isByKeyboard) empty();
          }}
        />
      </Framed>
      <div class="study-row">
        <Button disabled={painted.value.size === 0} onClick={empty}>
          {strings.empty}
        </Button>
        <Button variant="quiet" icon="undo" disabled={patches.length <= kept} onClick={undo}>
          {strings.undo}
        </Button>
      </div>
    </div>
  );
}
