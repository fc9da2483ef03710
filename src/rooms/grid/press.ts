/** What one press does to all selected pictures of the page. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClassDefinition, ClassId, Item, LabelMode } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { type AdjustMany, adjustMany } from '../shared/adjust-many.ts';
import { type ClassPlan, NO_PLAN, stepped } from '../shared/class-plan.ts';
import { labelMany } from '../shared/label-many.ts';
import type { Selection } from './selection.ts';
import { strings } from './strings.ts';

export interface GridPress {
  readonly mode: LabelMode;
  /** Every selected picture is this and nothing else. */
  label(own: ClassDefinition): Promise<void>;
  /** Where pictures may have several classes: what `apply` does. */
  readonly plan: ReadonlySignal<ClassPlan>;
  step(id: ClassId): void;
  apply(): Promise<void>;
}

export interface GridPressInput {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly items: readonly Item[];
  readonly selection: Signal<Selection>;
}

type Picked = Omit<AdjustMany, 'plan'>;

export function createPress({ services, session, items, selection }: GridPressInput): GridPress {
  const plan = signal(NO_PLAN);
  let isBusy = false;
  let begunAt = services.clock.now();
  const press = async (run: (picked: Picked) => Promise<boolean>): Promise<boolean> => {
    const chosen = [...selection.peek().chosen].sort((a, b) => a - b);
    if (chosen.length === 0 || isBusy) return false;
    isBusy = true;
    const durationMs = services.clock.now() - begunAt;
    const itemIds = chosen.flatMap((at) => items[at]?.id ?? []);
    const isDone = await run({ services, session, itemIds, durationMs }).finally(() => {
      isBusy = false;
    });
    begunAt = services.clock.now();
    if (isDone) selection.value = { ...selection.peek(), chosen: new Set() };
    return isDone;
  };
  return {
    mode: session.project.value.mode,
    plan,
    async label(own) {
      await press((picked) => {
        const said = strings.said(picked.itemIds.length, own.name);
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
