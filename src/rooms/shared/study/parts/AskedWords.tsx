import type { FeatureQuestion } from '../../../../../workers/api.ts';
import { featureKey, featureName } from '../../../../domain/explanation/feature.ts';
import type { FeatureStance } from '../../../../domain/explanation/gestures.ts';
import type { ClassId } from '../../../../domain/records.ts';
import { Button } from '../../../../ui/Button.tsx';
import { saidOfMark, toMark } from '../mark.ts';
import type { StudyProps } from '../props.ts';
import { saidKeys } from '../said-here.ts';
import { strings } from '../strings.ts';
import { ClassButtons } from './ClassButtons.tsx';

const MOST = 3;

/** Words the model would learn most from. Answering is optional. */
export function AskedWords(props: StudyProps) {
  const { value } = props.study.questions.value;
  const known = saidKeys(props.said);
  const open = (value ?? []).filter(({ feature }) => !known.has(featureKey(feature)));
  if (open.length === 0) return null;
  return (
    <section class="study-section" aria-label={strings.asked.title}>
      <h3>{strings.asked.title}</h3>
      <ul class="study-asked">
        {open.slice(0, MOST).map((question) => (
          <AskedWord key={featureKey(question.feature)} {...props} question={question} />
        ))}
      </ul>
    </section>
  );
}

interface AskedWordProps extends StudyProps {
  readonly question: FeatureQuestion;
}

function AskedWord({ study, session, item, nameOf, question }: AskedWordProps) {
  const { feature, items } = question;
  const word = featureName(feature);
  const { mark, asked } = strings;
  const say = (stance: FeatureStance, classId: ClassId | null): void => {
    const command = toMark({
      feature,
      stance,
      classId,
      strength: 'hint',
      itemId: item.id,
      asked: true,
    });
    void study.act(command, saidOfMark(command, nameOf));
  };
  return (
    <li>
      <p dir="auto">
        {asked.question(word)} <span class="study-quiet">{asked.items(items)}</span>
      </p>
      <div class="study-row">
        <ClassButtons
          session={session}
          preferred={null}
          nameFor={(name) => mark.classFor(word, 'for', name)}
          onPress={(id) => say('for', id)}
        />
        <Button aria-label={`${mark.irrelevant}: ${word}`} onClick={() => say('irrelevant', null)}>
          {mark.irrelevant}
        </Button>
        <Button
          variant="quiet"
          aria-label={`${mark.later}: ${word}`}
          onClick={() => say('later', null)}
        >
          {mark.later}
        </Button>
      </div>
    </li>
  );
}
