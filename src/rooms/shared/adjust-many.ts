/** Adding and taking away classes of many items: one press, one act, one undo. */
import type { ClassDefinition, ClassId, ItemId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { RoomAction } from '../room.ts';
import { type ClassPlan, classesTo, sayPlan } from './class-plan.ts';
import { runWithUndo } from './run-with-undo.ts';
import { strings } from './strings.ts';

export const APPLY_KEY = '$mod+Enter';
const READ = 500;

export interface AdjustMany {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly itemIds: readonly ItemId[];
  readonly plan: ClassPlan;
  /** Milliseconds of the whole press. */
  readonly durationMs: number;
}

/** True when done; what was refused is said. */
export async function adjustMany(request: AdjustMany): Promise<boolean> {
  const { services, session, itemIds, plan, durationMs } = request;
  const given = await givenLabels(request);
  const add = classesTo(plan, 'add');
  const remove = classesTo(plan, 'remove');
  const command = { type: 'adjust-items', itemIds, add, remove, given, durationMs } as const;
  const said = strings.plan.done(itemIds.length, sayPlan(plan, session.project.value.classes));
  const refusal = await runWithUndo({ services, session, command, said });
  if (refusal !== null) services.notify({ tone: 'bad', text: refusal });
  return refusal === null;
}

/** What items without an answer came with: it must not be lost when a class is added. */
async function givenLabels({ services, session, itemIds }: AdjustMany) {
  const { labels } = session.state.value;
  const open = itemIds.filter((id) => labels.get(id)?.kind !== 'answered');
  const given = new Map<ItemId, readonly ClassId[]>();
  for (let from = 0; from < open.length; from += READ) {
    const items = await services.storage.items.getMany(open.slice(from, from + READ));
    for (const item of items) if (item?.given) given.set(item.id, item.given);
  }
  return given;
}

export interface PlanActionsInput {
  readonly room: string;
  readonly classes: readonly ClassDefinition[];
  readonly onStep: (id: ClassId) => void;
  readonly onApply: () => void | Promise<void>;
  /** Why no class can be changed now, or null. */
  readonly unavailable: () => string | null;
  readonly hasPlan: () => boolean;
}

/** The keys of the classes plan, one key does it. */
export function planActions(input: PlanActionsInput): readonly RoomAction[] {
  const { room, classes, onStep, onApply, unavailable, hasPlan } = input;
  return [
    ...classes.map((own) => ({
      id: `${room}.plan.${own.id}`,
      label: strings.plan.step(own.name),
      shortcut: own.key,
      run: () => onStep(own.id),
      unavailable,
    })),
    {
      id: `${room}.plan`,
      label: strings.plan.doIt,
      shortcut: APPLY_KEY,
      run: onApply,
      unavailable: () => unavailable() ?? (hasPlan() ? null : strings.plan.nothingYet),
    },
  ];
}
