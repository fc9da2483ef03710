import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type BrowseFilter, conditionCount, DECISIONS } from '../../../domain/browse/filter.ts';
import type { AnnotatorId } from '../../../domain/records.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Field } from '../../../ui/Field.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import type { BrowseProps, GoTo } from '../props.ts';
import { strings } from '../strings.ts';
import { Band } from './Band.tsx';

const WIDE = '(min-width: 64rem)';

/** Every condition but the words. Open where there is room, folded where there is not. */
export function Filters({ go, ...props }: BrowseProps & { readonly go: GoTo }) {
  const { place } = props;
  const { filter } = place;
  // The map wants the room.
  const isSpacious = place.view !== 'map';
  const isOpen = useSignal(isSpacious && matchMedia(WIDE).matches);
  useEffect(() => {
    isOpen.value = isSpacious && matchMedia(WIDE).matches;
  }, [isSpacious, isOpen]);
  const change = (patch: Partial<BrowseFilter>): void =>
    go({ ...place, filter: { ...filter, ...patch } });
  const count = conditionCount({ ...filter, text: '' });
  return (
    <details
      class="browse-filters"
      open={isOpen.value}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{count > 0 ? strings.filtersOn(count) : strings.filters}</summary>
      <div class="browse-filter-grid">
        <Choices {...props} change={change} />
        {!props.isSilent && <Band filter={filter} change={change} />}
      </div>
      <div class="browse-checks">
        {!props.isSilent && (
          <Checkbox
            label={strings.filter.differing}
            value={filter.isDiffering}
            onChange={(isDiffering) => change({ isDiffering })}
          />
        )}
        <Checkbox
          label={strings.filter.flagged}
          value={filter.isFlagged}
          onChange={(isFlagged) => change({ isFlagged })}
        />
        <Checkbox
          label={strings.filter.audit}
          value={filter.isAudit}
          onChange={(isAudit) => change({ isAudit })}
        />
      </div>
    </details>
  );
}

interface ChoicesProps extends BrowseProps {
  readonly change: (patch: Partial<BrowseFilter>) => void;
}

function Choices({ services, session, desk, place: { filter }, isSilent, change }: ChoicesProps) {
  const { classes } = session.project.value;
  const people = useLasting(desk.shown.value?.answer.people ?? []);
  const { imports } = session.state.value;
  const some = (options: readonly Option[]): readonly Option[] => [
    { value: '', label: strings.filter.any },
    ...options,
  ];
  const classOptions = some(
    classes
      .filter(({ mergedInto }) => mergedInto === null)
      .map(({ id, name, retired }) => ({
        value: id,
        label: retired ? strings.filter.retired(name) : name,
      })),
  );
  const choice = (
    label: string,
    value: string | null,
    options: readonly Option[],
    key: keyof BrowseFilter,
  ) => (
    <Field label={label}>
      <Select
        value={value ?? ''}
        options={options}
        onChange={(next) => change({ [key]: next === '' ? null : next })}
      />
    </Field>
  );
  return (
    <>
      {choice(
        strings.filter.decision,
        filter.decision,
        DECISIONS.map((value) => ({ value, label: strings.decision[value] })),
        'decision',
      )}
      {choice(strings.filter.label, filter.label, classOptions, 'label')}
      {!isSilent && choice(strings.filter.predicted, filter.predicted, classOptions, 'predicted')}
      {people.length > 1 &&
        choice(
          strings.filter.by,
          filter.by,
          some(people.map((id) => ({ value: id, label: nameOf(id, services.person.annotator) }))),
          'by',
        )}
      {imports.length > 1 &&
        choice(
          strings.filter.from,
          filter.from,
          some(
            imports.map(({ importId, source, added }) => ({
              value: importId,
              label: strings.filter.imported(source, added),
            })),
          ),
          'from',
        )}
    </>
  );
}

function nameOf(id: AnnotatorId, me: AnnotatorId): string {
  return id === me ? strings.filter.me : strings.filter.other(id);
}

/** While a question runs the choices stay as they were. */
function useLasting(people: readonly AnnotatorId[]): readonly AnnotatorId[] {
  const kept = useSignal(people);
  useEffect(() => {
    if (people.length > 0) kept.value = people;
  }, [people, kept]);
  return people.length > 0 ? people : kept.value;
}
