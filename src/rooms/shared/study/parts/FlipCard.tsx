import { useMemo } from 'preact/hooks';
import type { Counterfactual } from '../../../../../workers/api.ts';
import { sameClasses } from '../../../../domain/classes.ts';
import { contentKey } from '../../../../domain/content.ts';
import type { Verdict } from '../../../../domain/explanation/gestures.ts';
import type { ClassId } from '../../../../domain/records.ts';
import { Button } from '../../../../ui/Button.tsx';
import { percent } from '../../../../ui/percent.ts';
import { toJudgement } from '../judge.ts';
import type { StudyProps } from '../props.ts';
import { namesOf } from '../say.ts';
import { strings } from '../strings.ts';

export interface FlipCardProps extends StudyProps {
  readonly found: Counterfactual;
}

/** One proposed change: the model flips; does the answer? */
export function FlipCard(props: FlipCardProps) {
  const { study, item, said, services, found, nameOf, view, context } = props;
  const key = contentKey(found.content);
  const shownAt = useMemo(() => services.clock.now(), [services, key]);
  const { flip } = strings;
  const from = namesOf(found.before.classes, nameOf);
  const to = namesOf(found.to, nameOf);
  const isQuestion = sameClasses(found.before.classes, found.after.classes);
  const judged = said.judgements.find(({ content }) => contentKey(content) === key);
  const judge = (verdict: Verdict): void => {
    const durationMs = services.clock.now() - shownAt;
    const model = study.explanation.value.value?.model ?? null;
    const command = toJudgement({ itemId: item.id, found, verdict, model, durationMs });
    void study.act(command, flip.judged[verdict](verdict === 'stays' ? from : to));
  };
  return (
    <li class="study-flip">
      <p>
        <strong>
          {isQuestion
            ? flip.leans(view.words.parts, from)
            : found.kind === 'delete'
              ? flip.deletes(view.words.parts, to)
              : flip.replaces(view.words.parts, to)}
        </strong>
      </p>
      <view.Changed
        {...context}
        content={item.content}
        changed={found.content}
        changes={found.changes}
      />
      <Sureness {...props} />
      {judged ? (
        <p class="study-quiet">
          {flip.judged[judged.verdict](judged.verdict === 'stays' ? from : to)}
        </p>
      ) : (
        <div class="study-row">
          <span class="study-quiet">{flip.ask(view.words.item)}</span>
          <Button onClick={() => judge('flips')}>{flip.flips(to)}</Button>
          <Button onClick={() => judge('stays')}>{flip.stays(from)}</Button>
          <Button variant="quiet" onClick={() => judge('nonsense')}>
            {flip.nonsense}
          </Button>
        </div>
      )}
      {!isQuestion && <Measures found={found} view={view} />}
    </li>
  );
}

/** Of the class it was and the class it becomes, how probable: before, after. */
function Sureness({ found, nameOf }: FlipCardProps) {
  const { before, after, to } = found;
  const shown = [...new Set<ClassId>([...before.classes, ...after.classes, ...to])];
  return (
    <p class="study-quiet">
      {shown
        .map((id) => {
          const at = (all: typeof before.all): string =>
            percent(all.find(({ classId }) => classId === id)?.probability ?? 0);
          return strings.flip.sure(nameOf(id), at(before.all), at(after.all));
        })
        .join(' · ')}
    </p>
  );
}

function Measures({ found, view }: Pick<FlipCardProps, 'found' | 'view'>) {
  const { sparsity, proximity, plausibility } = found.measures;
  const { flip } = strings;
  const facts = [
    flip.changed(sparsity, view.words),
    flip.kept(percent(proximity), view.words.parts),
    found.isProvedMinimal ? flip.minimal : flip.notMinimal,
    plausibility === null ? flip.noPlausible : flip.plausible(Math.round(plausibility * 5)),
  ];
  return (
    <details class="study-details">
      <summary>{flip.measures}</summary>
      <ul class="study-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </details>
  );
}
