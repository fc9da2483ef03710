import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { strings } from '../strings.ts';
import type { Hand } from './hand.ts';

/** What dragging does, and what the keys do, for those who have a mouse or fingers. */
export function MapTools({ hand }: { readonly hand: Hand }) {
  const { map } = strings;
  return (
    <div class="browse-stage-tools">
      <Segmented
        label={map.mode}
        value={hand.isLasso.value ? 'lasso' : 'move'}
        options={[
          { value: 'move', label: map.move },
          { value: 'lasso', label: map.lasso },
        ]}
        onChange={(value) => {
          hand.isLasso.value = value === 'lasso';
        }}
      />
      <IconButton icon="plus" label={map.zoomIn} onClick={() => hand.press('+')} />
      <IconButton icon="minus" label={map.zoomOut} onClick={() => hand.press('-')} />
      <IconButton icon="expand" label={map.whole} onClick={() => hand.press('0')} />
      <Button variant="quiet" onClick={hand.selectInView}>
        {map.selectInView}
      </Button>
    </div>
  );
}
