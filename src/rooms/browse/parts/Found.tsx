import { MODEL_SORTS, SORTS } from '../../../domain/browse/filter.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import { VIEWS, type View } from '../address.ts';
import type { BrowseProps, GoTo } from '../props.ts';
import { strings } from '../strings.ts';
import { Items } from './Items.tsx';
import { MapLoader } from './MapLoader.tsx';

/** What was found, as a list, as a grid, or on the map. */
export function Found({ go, ...props }: BrowseProps & { readonly go: GoTo }) {
  const { place, desk, session, services } = props;
  const { filter, view } = place;
  const shown = desk.shown.value;
  if (!shown) return null;
  const { answer } = shown;
  if (answer.total === 0)
    return (
      <EmptyState
        title={strings.empty.none}
        actions={
          <Button onClick={() => services.router.go('import', null, session.id)}>
            {strings.empty.add}
          </Button>
        }
      >
        {strings.empty.noneWords}
      </EmptyState>
    );
  const isByModel = view !== 'map' && MODEL_SORTS.includes(filter.sort);
  return (
    <>
      <div class="browse-tools">
        <Segmented
          label={strings.view.title}
          value={view}
          options={VIEWS.map((value) => ({ value, label: strings.view[value] }))}
          onChange={(value) => go({ ...place, view: value as View })}
        />
        {view !== 'map' && <Order place={place} isSilent={props.isSilent} go={go} />}
      </div>
      {isByModel && answer.predictedOf === null && <Notice tone="plain">{strings.noModel}</Notice>}
      {view === 'map' ? (
        <MapLoader {...props} go={go} answer={answer} />
      ) : answer.rows.length === 0 ? (
        <EmptyState title={strings.empty.title}>{strings.empty.words}</EmptyState>
      ) : (
        <Items {...props} answer={answer} isGrid={view === 'grid'} />
      )}
    </>
  );
}

interface OrderProps {
  readonly place: BrowseProps['place'];
  readonly isSilent: boolean;
  readonly go: GoTo;
}

function Order({ place, isSilent, go }: OrderProps) {
  const { filter } = place;
  const sorts = SORTS.filter((sort) => !isSilent || !MODEL_SORTS.includes(sort));
  return (
    <div class="browse-order">
      <Field label={strings.sort.title}>
        <Select
          value={filter.sort}
          options={sorts.map((value) => ({ value, label: strings.sort[value] }))}
          onChange={(sort) =>
            go({ ...place, filter: { ...filter, sort: sort as typeof filter.sort } })
          }
        />
      </Field>
      <Checkbox
        label={strings.sort.reverse}
        value={filter.isReversed}
        onChange={(isReversed) => go({ ...place, filter: { ...filter, isReversed } })}
      />
    </div>
  );
}
