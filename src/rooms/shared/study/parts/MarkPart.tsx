import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  type FeatureRef,
  featureKey,
  featureName,
} from '../../../../domain/explanation/feature.ts';
import type { FeatureStance, FeedbackStrength } from '../../../../domain/explanation/gestures.ts';
import type { ClassId } from '../../../../domain/records.ts';
import type { FeaturePick } from '../../../../modalities/view-contract.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { TextInput } from '../../../../ui/TextInput.tsx';
import { saidOfMark, toMark } from '../mark.ts';
import type { StudyProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ClassButtons } from './ClassButtons.tsx';

export interface MarkPartProps extends StudyProps {
  /** The class the highlights are about: named first. */
  readonly preferred: ClassId | null;
}

/** What the picked part says. Optional, one press, never in the way. */
export function MarkPart(props: MarkPartProps) {
  const picked = props.study.picked.value;
  return (
    <>
      {picked && <MarkBar key={featureName(picked.feature)} {...props} picked={picked} />}
      {props.view.featureOf && <OtherWord study={props.study} featureOf={props.view.featureOf} />}
    </>
  );
}

interface MarkBarProps extends MarkPartProps {
  readonly picked: FeaturePick;
}

function MarkBar(props: MarkBarProps) {
  const { study, session, nameOf, item, picked, preferred, view, context } = props;
  const canSpeak = view.canSpeak?.(picked.feature, context.overview) ?? true;
  const bar = useRef<HTMLDivElement>(null);
  const verb = useSignal<'for' | 'against'>('for');
  const strength = useSignal<FeedbackStrength>('hint');
  const word = featureName(picked.feature);
  const { mark } = strings;
  useEffect(() => {
    if (picked.isByKeyboard)
      bar.current?.querySelector<HTMLElement>('.study-classes button')?.focus();
  }, [picked]);
  const close = (): void => {
    study.picked.value = null;
    if (picked.isByKeyboard) returnFocus(bar.current, picked);
    getSelection()?.removeAllRanges();
  };
  const say = async (stance: FeatureStance, classId: ClassId | null): Promise<void> => {
    const facts = { feature: picked.feature, stance, classId, strength: strength.value };
    const command = toMark({ ...facts, itemId: item.id, asked: false });
    if (await study.act(command, saidOfMark(command, nameOf))) close();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div
      ref={bar}
      class="study-bar"
      role="group"
      aria-label={mark.title(word)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="study-bar-head">
        <strong dir="auto">{mark.title(word)}</strong>
        <IconButton icon="close" label={mark.close} onClick={close} />
      </div>
      {canSpeak && (
        <>
          <BarChoices
            verb={verb}
            strength={strength}
            stance={stanceWords(picked.feature)}
            isWhole={isWhole(picked.feature)}
          />
          <ClassButtons
            session={session}
            preferred={preferred}
            nameFor={(name) => mark.classFor(word, verb.value, name)}
            onPress={(id) => void say(verb.value, id)}
          />
        </>
      )}
      <div class="study-row">
        <Button onClick={() => void say('irrelevant', null)}>{mark.irrelevant}</Button>
        <Button variant="quiet" onClick={() => void say('later', null)}>
          {mark.later}
        </Button>
      </div>
    </div>
  );
}

/** What is said of more and less holds as it is: there is no firmer or softer. */
function isWhole(feature: FeatureRef): boolean {
  return feature.kind === 'column' && feature.level === undefined;
}

/** A whole column speaks by how high its value is. */
function stanceWords(feature: FeatureRef): string {
  return isWhole(feature) ? strings.mark.higher : strings.mark.stance;
}

interface BarChoicesProps {
  readonly stance: string;
  readonly isWhole: boolean;
  readonly verb: { value: 'for' | 'against' };
  readonly strength: { value: FeedbackStrength };
}

function BarChoices({ verb, strength, stance, isWhole: hasNoStrength }: BarChoicesProps) {
  const { mark } = strings;
  return (
    <div class="study-row">
      <Segmented
        label={stance}
        value={verb.value}
        options={[
          { value: 'for', label: `${stance} ${mark.for}` },
          { value: 'against', label: mark.against },
        ]}
        onChange={(value) => {
          verb.value = value === 'against' ? 'against' : 'for';
        }}
      />
      {!hasNoStrength && (
        <Segmented
          label={mark.strength}
          value={strength.value}
          options={[
            { value: 'hint', label: mark.hint, hint: mark.hintTip },
            { value: 'rule', label: mark.rule, hint: mark.ruleTip },
          ]}
          onChange={(value) => {
            strength.value = value === 'rule' ? 'rule' : 'hint';
          }}
        />
      )}
    </div>
  );
}

/** Back to the part that was pressed; where it is no button any more, to the item. */
function returnFocus(bar: HTMLElement | null, { range, feature }: FeaturePick): void {
  const find = (selector: string): HTMLElement | null =>
    bar?.closest('.study')?.querySelector<HTMLElement>(selector) ?? null;
  const word = range && find(`[data-word="${range.start}"]`);
  const part = word ?? find(`[data-feature="${CSS.escape(featureKey(feature))}"]`);
  (part ?? find('[data-study-main]'))?.focus();
}

interface OtherWordProps extends Pick<StudyProps, 'study'> {
  readonly featureOf: (typed: string) => FeatureRef | null;
}

/** For words that are no button, with the keyboard or a screen reader. */
function OtherWord({ study, featureOf }: OtherWordProps) {
  const typed = useSignal('');
  const problem = useSignal<string | null>(null);
  const { mark } = strings;
  const pick = (event: Event): void => {
    event.preventDefault();
    const feature = featureOf(typed.value);
    problem.value = feature ? null : mark.noWord;
    if (!feature) return;
    typed.value = '';
    study.picked.value = { range: null, feature, isByKeyboard: true };
  };
  return (
    <details class="study-details">
      <summary>{mark.other}</summary>
      <form class="study-other" onSubmit={pick}>
        <Field label={mark.otherField} hint={mark.otherHint} error={problem.value}>
          <TextInput
            value={typed.value}
            dir="auto"
            autocomplete="off"
            onChange={(value) => {
              typed.value = value;
            }}
          />
        </Field>
        <Button type="submit">{mark.otherSay}</Button>
      </form>
    </details>
  );
}
