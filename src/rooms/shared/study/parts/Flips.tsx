import type { CounterfactualReport } from '../../../../../workers/api.ts';
import { contentKey } from '../../../../domain/content.ts';
import type { ClassId } from '../../../../domain/records.ts';
import { activeClasses } from '../../../../domain/state.ts';
import type { ViewWords } from '../../../../modalities/view-contract.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { percent } from '../../../../ui/percent.ts';
import { Select } from '../../../../ui/Select.tsx';
import { Spinner } from '../../../../ui/Spinner.tsx';
import type { StudyProps } from '../props.ts';
import { strings } from '../strings.ts';
import { FlipCard } from './FlipCard.tsx';
import { Fold } from './Fold.tsx';

const NEAREST = '';

/** The smallest changes that flip the model, for the person to judge. */
export function Flips(props: StudyProps) {
  return (
    <Fold folds={props.folds} name="flips" title={strings.flip.title}>
      <Target {...props} />
      <Found {...props} />
    </Fold>
  );
}

function Target({ session, study }: StudyProps) {
  const classes = activeClasses(session.project.value);
  if (classes.length <= 2) return null;
  const options = [
    { value: NEAREST, label: strings.flip.nearest },
    ...classes.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  return (
    <Field label={strings.flip.target}>
      <Select
        value={study.flips.target.value ?? NEAREST}
        options={options}
        onChange={(value) => {
          study.flips.target.value = value === NEAREST ? null : (value as ClassId);
        }}
      />
    </Field>
  );
}

function Found(props: StudyProps) {
  const { value, problem, isWaiting } = props.study.flips.asked.value;
  if (problem !== null) return <Notice tone="plain">{problem}</Notice>;
  if (!value) return isWaiting ? <Spinner label={strings.flip.looking} /> : null;
  const { found, question, failure } = value;
  const none = found.length === 0 && <Notice tone="plain">{failure ?? strings.flip.none}</Notice>;
  const cards = question ? [...found, question] : found;
  if (cards.length === 0) return none;
  return (
    <>
      {none}
      <ul class="study-flips">
        {cards.map((one) => (
          <FlipCard key={contentKey(one.content)} {...props} found={one} />
        ))}
      </ul>
      <LookAgain {...props} />
      <Facts report={value} words={props.view.words} />
    </>
  );
}

function LookAgain({ study }: StudyProps) {
  if (!study.flips.isOutdated.value) return null;
  return (
    <div class="study-row" role="status">
      <span class="study-quiet">{strings.flip.outdated}</span>
      <Button variant="quiet" onClick={() => study.flips.lookAgain()}>
        {strings.flip.lookAgain}
      </Button>
    </div>
  );
}

interface FactsProps {
  readonly report: CounterfactualReport;
  readonly words: ViewWords;
}

function Facts({ report, words }: FactsProps) {
  const { diversity, tried, searchMs } = report;
  return (
    <p class="study-quiet">
      {diversity !== null && strings.flip.diversity(percent(diversity), words.parts)}{' '}
      {strings.flip.tried(tried, words, searchMs.toFixed(1))}
    </p>
  );
}
