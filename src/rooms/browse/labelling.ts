import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClassDefinition, ClassId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { type AdjustMany, adjustMany } from '../shared/adjust-many.ts';
import { type ClassPlan, NO_PLAN, stepped } from '../shared/class-plan.ts';
import { labelMany } from '../shared/label-many.ts';
import type { BrowseDesk } from './desk.ts';
import { chosenRows, type Selection, set } from './selection.ts';
import { strings } from './strings.ts';

export interface Labelling {
  readonly isBusy: ReadonlySignal<boolean>;
  /** Gives every selected item this class, and selects nothing any more. */
  label(own: ClassDefinition): Promise<void>;
  /** Where items may have several classes: what the next `apply` does. */
  readonly plan: ReadonlySignal<ClassPlan>;
  step(id: ClassId): void;
  /** Adds and takes away what is planned, and selects nothing any more. */
  apply(): Promise<void>;
}

export interface LabellingInput {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly desk: BrowseDesk;
  readonly selection: Signal<Selection>;
}

export function createLabelling({ services, session, desk, selection }: LabellingInput): Labelling {
  const isBusy = signal(false);
  const plan = signal(NO_PLAN);
  let begunAt = services.clock.now();
  /** What one press does to all that is selected; true where it was done. */
  const press = async (run: (picked: Picked) => Promise<boolean>): Promise<boolean> => {
    const rows = chosenRows(selection.peek());
    if (rows.length === 0 || isBusy.peek()) return false;
    isBusy.value = true;
    const durationMs = services.clock.now() - begunAt;
    try {
      const itemIds = Array.from(rows, desk.idAt);
      const isDone = await run({ services, session, itemIds, durationMs });
      if (isDone) selection.value = set(selection.peek(), rows, false);
      return isDone;
    } finally {
      isBusy.value = false;
      begunAt = services.clock.now();
    }
  };
  return {
    isBusy,
    plan,
    async label(own) {
      await press((picked) => {
        const said = strings.bar.said(picked.itemIds.length, own.name);
        return labelMany({ ...picked, classId: own.id, said });
      });
    },
    step(id) {
      plan.value = stepped(plan.peek(), id);
    },
    async apply() {
      if (plan.peek().size === 0) return;
      const isDone = await press((picked) => adjustMany({ ...picked, plan: plan.peek() }));
      if (isDone) plan.value = NO_PLAN;
    },
  };
}

type Picked = Omit<AdjustMany, 'plan'>;
