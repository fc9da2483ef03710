import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClassDefinition } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { labelMany } from '../shared/label-many.ts';
import type { BrowseDesk } from './desk.ts';
import { chosenRows, type Selection, set } from './selection.ts';
import { strings } from './strings.ts';

export interface Labelling {
  readonly isBusy: ReadonlySignal<boolean>;
  /** Gives every selected item this class, and selects nothing any more. */
  label(own: ClassDefinition): Promise<void>;
}

export interface LabellingInput {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly desk: BrowseDesk;
  readonly selection: Signal<Selection>;
}

export function createLabelling({ services, session, desk, selection }: LabellingInput): Labelling {
  const isBusy = signal(false);
  let begunAt = services.clock.now();
  return {
    isBusy,
    async label(own) {
      const rows = chosenRows(selection.peek());
      if (rows.length === 0 || isBusy.peek()) return;
      isBusy.value = true;
      const durationMs = services.clock.now() - begunAt;
      const itemIds = Array.from(rows, desk.idAt);
      const said = strings.bar.said(rows.length, own.name);
      try {
        const isDone = await labelMany({
          services,
          session,
          itemIds,
          classId: own.id,
          durationMs,
          said,
        });
        if (isDone) selection.value = set(selection.peek(), rows, false);
      } finally {
        isBusy.value = false;
        begunAt = services.clock.now();
      }
    },
  };
}
