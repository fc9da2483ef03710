import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Explanation } from '../../../../../workers/api.ts';
import type { ClassId } from '../../../../domain/records.ts';
import { activeClasses } from '../../../../domain/state.ts';
import { groupParts, sharesFor } from '../../../../modalities/share.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { Spinner } from '../../../../ui/Spinner.tsx';
import type { ExplainedProps, StudyProps } from '../props.ts';
import { saidKeys } from '../said-here.ts';
import { namesOf, rightOf, saySure } from '../say.ts';
import { strings } from '../strings.ts';
import { InNumbers } from './InNumbers.tsx';
import { MarkPart } from './MarkPart.tsx';
import { MarkRegions } from './MarkRegions.tsx';

/** More classes than these are chosen from a list. */
const MOST_BUTTONS = 4;

/** What the model says of the item, and which of its parts made it say so. */
export function Why(props: StudyProps) {
  const { value, problem } = props.study.explanation.value;
  return (
    <section class="study-section" aria-label={strings.why.title}>
      {value ? (
        <Explained {...props} explanation={value} />
      ) : (
        <NotYet session={props.session} problem={problem} />
      )}
    </section>
  );
}

function NotYet({ session, problem }: Pick<StudyProps, 'session'> & { problem: string | null }) {
  const { phase, message } = session.learner.value;
  if (problem !== null) return <Notice tone="plain">{problem}</Notice>;
  if (phase === 'following') return <Notice tone="plain">{strings.learner.following}</Notice>;
  if (phase !== 'failed') return <Spinner label={strings.learner[phase]} />;
  const actions = (
    <Button onClick={() => void session.restartLearner()}>{strings.learner.restart}</Button>
  );
  return (
    <Notice tone="bad" title={strings.learner.failed} actions={actions}>
      {message}
    </Notice>
  );
}

function Explained(props: ExplainedProps) {
  const { explanation, session, item, nameOf, study, said, view, context } = props;
  const { mode } = session.project.value;
  const wanted = useSignal<string | null>(null);
  const index = indexOfClass(explanation, wanted.value);
  const groups = useMemo(() => groupParts(explanation.parts), [explanation]);
  const shares = useMemo(() => sharesFor(groups, index, mode), [groups, index, mode]);
  const keys = useMemo(() => saidKeys(said), [said]);
  const classId = explanation.classIds[index];
  const className = classId ? nameOf(classId) : '';
  const View = view.Explained;
  return (
    <>
      <Says {...props} />
      <ClassSwitch
        {...props}
        index={index}
        onChange={(id) => {
          wanted.value = id;
        }}
      />
      <View
        key={item.id}
        {...context}
        {...{ index, mode, className }}
        content={item.content}
        parts={explanation.parts}
        saidKeys={keys}
        painted={study.painted.value}
        onPick={(pick) => {
          study.picked.value = pick;
        }}
        onPaint={(painted) => {
          study.painted.value = painted;
        }}
      />
      <MarkPart {...props} preferred={classId ?? null} />
      <MarkRegions {...props} preferred={classId ?? null} />
      <InNumbers {...{ explanation, index, mode, shares, className, view }} item={item} />
    </>
  );
}

/** The class asked for, else the one the model says, else the most probable. */
function indexOfClass({ classIds, proposal }: Explanation, wanted: string | null): number {
  const said = proposal.classes[0] ?? proposal.all[0]?.classId;
  const own = classIds.indexOf((wanted ?? '') as ClassId);
  return own >= 0 ? own : Math.max(0, classIds.indexOf(said ?? ('' as ClassId)));
}

function Says({ explanation, session, item, nameOf }: ExplainedProps) {
  const { proposal } = explanation;
  const { trainedOn, curve } = session.learner.value;
  const quality = curve.at(-1);
  const label = session.state.value.labels.get(item.id);
  const { says, yours, given, basis, noQuality } = strings.why;
  return (
    <p class="study-says">
      <strong>{says(namesOf(proposal.classes, nameOf), saySure(proposal.probability))}</strong>{' '}
      {label?.kind === 'answered' && `${yours(namesOf(label.classes, nameOf))} `}
      {!label && item.given && `${given(namesOf(item.given, nameOf))} `}
      <span class="study-quiet">
        {basis(trainedOn)} {quality ? strings.why.quality(rightOf(quality), quality.n) : noQuality}
      </span>
    </p>
  );
}

interface ClassSwitchProps extends ExplainedProps {
  readonly index: number;
  readonly onChange: (id: string) => void;
}

function ClassSwitch({ explanation, session, index, onChange }: ClassSwitchProps) {
  const names = new Map(activeClasses(session.project.value).map(({ id, name }) => [id, name]));
  const options = explanation.classIds.flatMap((value) => {
    const label = names.get(value);
    return label === undefined ? [] : [{ value, label }];
  });
  const control = { value: explanation.classIds[index] ?? '', onChange, options };
  return (
    <div class="study-row">
      <span class="study-quiet" aria-hidden="true">
        {strings.why.classes}
      </span>
      {options.length <= MOST_BUTTONS ? (
        <Segmented label={strings.why.classes} {...control} />
      ) : (
        <Select aria-label={strings.why.classes} {...control} />
      )}
    </div>
  );
}
