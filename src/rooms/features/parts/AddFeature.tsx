import { useSignal } from '@preact/signals';
import { type FeatureRef, featureName } from '../../../domain/explanation/feature.ts';
import type { FeatureStance, FeedbackStrength } from '../../../domain/explanation/gestures.ts';
import type { ClassId } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { FeaturesProps } from '../props.ts';
import { strings } from '../strings.ts';

interface Draft {
  readonly word: string;
  readonly stance: FeatureStance;
  readonly classId: ClassId | null;
  readonly strength: FeedbackStrength;
  readonly problem: string | null;
}

const EMPTY: Draft = { word: '', stance: 'for', classId: null, strength: 'hint', problem: null };

interface AddFeatureProps extends FeaturesProps {
  readonly featureOf: (typed: string) => FeatureRef | null;
}

/** A word, phrase or family that the person names, whether or not the model has met it. */
export function AddFeature({ session, act, featureOf }: AddFeatureProps) {
  const draft = useSignal<Draft>(EMPTY);
  const classes = activeClasses(session.project.value);
  const { word, stance, strength, problem } = draft.value;
  const classId = draft.value.classId ?? classes[0]?.id ?? null;
  const change = (patch: Partial<Draft>): void => {
    draft.value = { ...draft.value, problem: null, ...patch };
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const feature = featureOf(word);
    if (!feature) return change({ problem: strings.add.noWord });
    const mark = { feature, stance, classId, strength, itemId: null, asked: false };
    await act({ type: 'mark-feature', ...mark }, strings.done.marked(featureName(feature)));
    change({ word: '' });
  };
  const { add } = strings;
  return (
    <form class="features-section features-add" onSubmit={(event) => void submit(event)}>
      <h2>{add.title}</h2>
      <Field label={add.word} hint={add.hint} error={problem}>
        <TextInput value={word} onChange={(value) => change({ word: value })} dir="auto" />
      </Field>
      <Field label={add.says}>
        <Select
          value={stance}
          onChange={(value) => change({ stance: value as FeatureStance })}
          options={[
            { value: 'for', label: add.for },
            { value: 'against', label: add.against },
            { value: 'irrelevant', label: add.irrelevant },
          ]}
        />
      </Field>
      {stance !== 'irrelevant' && (
        <Field label={add.class}>
          <Select
            value={classId ?? ''}
            onChange={(value) => change({ classId: value as ClassId })}
            options={classes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      <Segmented
        label={add.strength}
        value={strength}
        onChange={(value) => change({ strength: value as FeedbackStrength })}
        options={[
          { value: 'hint', label: add.strengths.hint },
          { value: 'rule', label: add.strengths.rule },
        ]}
      />
      <Button type="submit" variant="primary">
        {add.add}
      </Button>
    </form>
  );
}
