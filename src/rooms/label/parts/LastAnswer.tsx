import { Button } from '../../../ui/Button.tsx';
import type { Panel } from '../panel.ts';
import { createNameOf, sayLast } from '../sentences.ts';
import { strings } from '../strings.ts';
import { isKeyFree, WHY_KEY } from '../why-key.ts';
import type { DeskProps } from './props.ts';
import { PANEL_ID } from './WhyPanel.tsx';

export interface LastAnswerProps extends DeskProps {
  readonly panel: Panel;
  /** Whether there is an item to explain. */
  readonly isExplainable: boolean;
  readonly onChanged: () => void;
}

/** One quiet line: what was said last, what the model had thought, what it changed. */
export function LastAnswer(props: LastAnswerProps) {
  const { session, desk, onChanged } = props;
  const last = desk.last.value;
  const { change } = session.learner.value;
  const own = change && last?.eventId && change.events.includes(last.eventId) ? change : null;
  const nameOf = createNameOf(session.project.value.classes);
  const problem = session.saveProblem.value;
  return (
    <div class="last">
      <p class="last-words" role="status">
        {problem && (
          <strong class="last-unsaved">
            {strings.unsaved}: {problem}
          </strong>
        )}
        {last && <span>{sayLast(last, nameOf)}</span>}
        {own && (
          <span>
            {own.flipped === 0 ? strings.change.none : strings.change.some(own.flipped)}{' '}
            {own.flipped > 0 && (
              <button type="button" class="last-link" onClick={onChanged}>
                {strings.change.show}
              </button>
            )}
          </span>
        )}
      </p>
      <WhyButton {...props} />
    </div>
  );
}

/** Opens and closes the reasons; they are about what was answered last, never about the question. */
function WhyButton({ session, panel, isExplainable }: LastAnswerProps) {
  const isOpen = panel.isOpen.value;
  if (!isExplainable && !isOpen) return null;
  return (
    <Button
      class="last-why"
      variant="quiet"
      aria-expanded={isOpen}
      {...(isOpen ? { 'aria-controls': PANEL_ID } : {})}
      {...(isKeyFree(session.project.value) ? { shortcut: WHY_KEY } : {})}
      onClick={panel.toggle}
    >
      {strings.panel.toggle}
    </Button>
  );
}
