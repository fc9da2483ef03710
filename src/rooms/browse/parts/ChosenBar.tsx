import { activeClasses } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { PlanApply, PlanButtons } from '../../shared/PlanButtons.tsx';
import { selectAll, selectNone } from '../actions.ts';
import type { Labelling } from '../labelling.ts';
import type { BrowseProps } from '../props.ts';
import { strings } from '../strings.ts';

export interface ChosenBarProps extends BrowseProps {
  readonly labelling: Labelling;
}

/** How many items the next press is about, and the classes at the thumb. */
export function ChosenBar({ session, desk, selection, labelling }: ChosenBarProps) {
  const { count } = selection.value;
  const found = desk.shown.value?.answer.rows.length ?? 0;
  const { mode } = session.project.value;
  const isBusy = labelling.isBusy.value;
  const isOff = count === 0 || isBusy;
  const classes = activeClasses(session.project.value);
  return (
    <section class="browse-bar" aria-label={strings.bar.title} data-some={count > 0}>
      <div class="browse-row">
        <p role="status" class="browse-chosen">
          {isBusy ? strings.bar.saving : strings.bar.selected(count)}
        </p>
        <Button variant="quiet" disabled={found === 0} onClick={() => selectAll(desk, selection)}>
          {strings.bar.all(found)}
        </Button>
        <Button variant="quiet" disabled={count === 0} onClick={() => selectNone(selection)}>
          {strings.bar.none}
        </Button>
      </div>
      <div class="browse-row browse-classes">
        {mode === 'multi' ? (
          <PlanButtons
            classes={classes}
            plan={labelling.plan.value}
            isOff={isOff}
            onStep={labelling.step}
          />
        ) : (
          classes.map((own) => (
            <button
              key={own.id}
              type="button"
              class="class-button"
              disabled={isOff}
              onClick={() => void labelling.label(own)}
            >
              <ClassMark colour={own.colour} letter={own.name.charAt(0)} />
              <span>{own.name}</span>
              {own.key !== '' && <Kbd keys={own.key} />}
            </button>
          ))
        )}
      </div>
      {mode === 'multi' && count > 0 && (
        <PlanApply
          classes={classes}
          plan={labelling.plan.value}
          isOff={isOff}
          onApply={() => void labelling.apply()}
        />
      )}
    </section>
  );
}
