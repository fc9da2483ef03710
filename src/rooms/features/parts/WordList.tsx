import { useEffect, useMemo } from 'preact/hooks';
import type { FeatureSort } from '../../../../workers/api.ts';
import { featureKey } from '../../../domain/explanation/feature.ts';
import type { ClassId } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { ViewWords } from '../../../modalities/view-contract.ts';
import { viewOf } from '../../../modalities/views.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { FeaturesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { createVocabulary, type Vocabulary } from '../vocabulary.ts';
import { WordRow } from './WordRow.tsx';

/** The model's words or columns with their weights, and what was said of them. */
export function WordList(props: FeaturesProps) {
  const { session } = props;
  const vocabulary = useMemo(
    () =>
      createVocabulary(session, { search: '', sort: 'weight', classId: null, isSaidOnly: false }),
    [session],
  );
  useEffect(() => vocabulary.dispose, [vocabulary]);
  return (
    <section class="features-section">
      <h2>{strings.list.title(wordsOf(session).parts)}</h2>
      <Filters {...props} vocabulary={vocabulary} />
      <Rows {...props} vocabulary={vocabulary} />
    </section>
  );
}

function wordsOf(session: ProjectSession): ViewWords {
  return viewOf(session.project.value.modality).words;
}

interface ListProps extends FeaturesProps {
  readonly vocabulary: Vocabulary;
}

function Filters({ session, vocabulary }: ListProps) {
  const { asked } = vocabulary;
  const { list } = strings;
  const classes = activeClasses(session.project.value);
  return (
    <div class="features-filters">
      <Field label={list.search}>
        <TextInput
          value={asked.value.search}
          onChange={(search) => {
            asked.value = { ...asked.value, search };
          }}
        />
      </Field>
      <Field label={list.order}>
        <Select
          value={asked.value.sort}
          onChange={(sort) => {
            asked.value = { ...asked.value, sort: sort as FeatureSort };
          }}
          options={Object.entries(list.orders).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <Field label={list.towards}>
        <Select
          value={asked.value.classId ?? ''}
          onChange={(id) => {
            asked.value = { ...asked.value, classId: id === '' ? null : (id as ClassId) };
          }}
          options={[
            { value: '', label: '–' },
            ...classes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Checkbox
        label={list.saidOnly(wordsOf(session).parts)}
        value={asked.value.isSaidOnly}
        onChange={(isSaidOnly) => {
          asked.value = { ...asked.value, isSaidOnly };
        }}
      />
    </div>
  );
}

function Rows({ vocabulary, ...props }: ListProps) {
  const { session } = props;
  const problem = vocabulary.problem.value;
  const shown = vocabulary.list.value;
  if (problem !== null) {
    return (
      <Notice tone="bad" actions={<Button onClick={vocabulary.reload}>{strings.retry}</Button>}>
        {strings.failed(problem)}
      </Notice>
    );
  }
  if (!shown) {
    return session.learner.value.phase === 'following' ? (
      <Notice tone="plain">{strings.following}</Notice>
    ) : (
      <Spinner label={strings.loading} />
    );
  }
  if (shown.total === 0) return <p class="features-quiet">{strings.list.none(wordsOf(session))}</p>;
  const greatest = Math.max(
    1e-9,
    ...shown.rows.flatMap(({ weights }) => weights?.map(Math.abs) ?? []),
  );
  return (
    <>
      <p class="features-quiet" role="status">
        {strings.list.total(shown.total, wordsOf(session))}
      </p>
      <ul class="features-words">
        {shown.rows.map((row) => (
          <WordRow
            key={featureKey(row.feature)}
            {...props}
            row={row}
            classIds={shown.classIds}
            classId={vocabulary.asked.value.classId}
            greatest={greatest}
          />
        ))}
      </ul>
      {shown.rows.length < shown.total && (
        <Button onClick={vocabulary.more}>{strings.list.more}</Button>
      )}
    </>
  );
}
