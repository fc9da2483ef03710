import type { ComponentChildren } from 'preact';
import type { ClassDefinition } from '../../../domain/records.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { PlanApply, PlanButtons } from '../../shared/PlanButtons.tsx';
import type { GridPress } from '../press.ts';
import { strings } from '../strings.ts';

export interface ClassBarProps {
  readonly classes: readonly ClassDefinition[];
  readonly count: number;
  readonly press: GridPress;
  readonly children?: ComponentChildren;
}

/** The classes at the thumb, and how many pictures the next press is about. */
export function ClassBar({ classes, count, press, children }: ClassBarProps) {
  return (
    <div class="grid-bar">
      <p role="status">{strings.selected(count)}</p>
      <div class="grid-row">
        {press.mode === 'multi' ? (
          <PlanButtons
            classes={classes}
            plan={press.plan.value}
            isOff={count === 0}
            onStep={press.step}
          />
        ) : (
          classes.map((own) => (
            <button
              key={own.id}
              type="button"
              class="class-button grid-class"
              disabled={count === 0}
              onClick={() => void press.label(own)}
            >
              <ClassMark colour={own.colour} letter={own.name.charAt(0)} />
              <span>{own.name}</span>
              {own.key !== '' && <Kbd keys={own.key} />}
            </button>
          ))
        )}
      </div>
      {press.mode === 'multi' && (
        <PlanApply
          classes={classes}
          plan={press.plan.value}
          isOff={count === 0}
          onApply={() => void press.apply()}
        />
      )}
      <div class="grid-row">{children}</div>
    </div>
  );
}
