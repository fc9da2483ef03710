import type { ComponentChildren } from 'preact';
import type { ClassDefinition } from '../../../domain/records.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { strings } from '../strings.ts';

export interface ClassBarProps {
  readonly classes: readonly ClassDefinition[];
  readonly count: number;
  readonly onLabel: (own: ClassDefinition) => Promise<void>;
  readonly children?: ComponentChildren;
}

/** The classes at the thumb, and how many pictures the next press is about. */
export function ClassBar({ classes, count, onLabel, children }: ClassBarProps) {
  return (
    <div class="grid-bar">
      <p role="status">{strings.selected(count)}</p>
      <div class="grid-row">
        {classes.map((own) => (
          <button
            key={own.id}
            type="button"
            class="class-button grid-class"
            disabled={count === 0}
            onClick={() => void onLabel(own)}
          >
            <ClassMark colour={own.colour} letter={own.name.charAt(0)} />
            <span>{own.name}</span>
            {own.key !== '' && <Kbd keys={own.key} />}
          </button>
        ))}
      </div>
      <div class="grid-row">{children}</div>
    </div>
  );
}
