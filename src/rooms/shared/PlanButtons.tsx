import type { ClassDefinition, ClassId } from '../../domain/records.ts';
import { Button } from '../../ui/Button.tsx';
import { ClassMark } from '../../ui/ClassMark.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { APPLY_KEY } from './adjust-many.ts';
import { type ClassPlan, sayPlan } from './class-plan.ts';
import './plan-buttons.css';
import { strings } from './strings.ts';

export interface PlanButtonsProps {
  readonly classes: readonly ClassDefinition[];
  readonly plan: ClassPlan;
  /** Nothing is selected, or the last press is being saved. */
  readonly isOff: boolean;
  readonly onStep: (id: ClassId) => void;
}

const { plan: words } = strings;

/** Where items may have several classes: press one to add it, again to take it away. */
export function PlanButtons({ classes, plan, isOff, onStep }: PlanButtonsProps) {
  return (
    <>
      {classes.map(({ id, name, colour, key }) => {
        const step = plan.get(id) ?? 'keep';
        return (
          <button
            key={id}
            type="button"
            class="class-button plan-class"
            data-step={step}
            aria-label={words.button(name, step)}
            disabled={isOff}
            onClick={() => onStep(id)}
          >
            <ClassMark colour={colour} letter={name.charAt(0)} />
            <span>
              {words.signs[step]}
              {name}
            </span>
            {key !== '' && <Kbd keys={key} />}
          </button>
        );
      })}
    </>
  );
}

export interface PlanApplyProps extends Omit<PlanButtonsProps, 'onStep'> {
  readonly onApply: () => void;
}

/** Does all that is planned, and says what that is; how to plan before. */
export function PlanApply({ classes, plan, isOff, onApply }: PlanApplyProps) {
  return (
    <div class="plan-apply">
      <Button
        variant="primary"
        shortcut={APPLY_KEY}
        disabled={isOff || plan.size === 0}
        onClick={onApply}
      >
        {plan.size === 0 ? words.nothingYet : words.apply(sayPlan(plan, classes))}
      </Button>
      <p>{words.how}</p>
    </div>
  );
}
