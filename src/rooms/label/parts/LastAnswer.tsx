import { createNameOf, sayLast } from '../sentences.ts';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

export interface LastAnswerProps extends DeskProps {
  readonly onChanged: () => void;
}

/** One quiet line: what was said last, what the model had thought, what it changed. */
export function LastAnswer({ session, desk, onChanged }: LastAnswerProps) {
  const last = desk.last.value;
  const { change } = session.learner.value;
  const nameOf = createNameOf(session.project.value.classes);
  const problem = session.saveProblem.value;
  return (
    <p class="last" role="status">
      {problem && (
        <strong class="last-unsaved">
          {strings.unsaved}: {problem}
        </strong>
      )}
      {last && <span>{sayLast(last, nameOf)}</span>}
      {last && change && change.events.length > 0 && (
        <span>
          {change.flipped === 0 ? strings.change.none : strings.change.some(change.flipped)}{' '}
          {change.flipped > 0 && (
            <button type="button" class="last-link" onClick={onChanged}>
              {strings.change.show}
            </button>
          )}
        </span>
      )}
    </p>
  );
}
