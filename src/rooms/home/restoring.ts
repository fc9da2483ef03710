/** Restoring a backup, step by step: chosen, checked, restored. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackupInspection, RestoreReport } from '../../../workers/api.ts';
import type { Services } from '../../engine/services.ts';
import { messageOf } from '../shared/message-of.ts';

export type Restoring =
  | { readonly step: 'choose' }
  | { readonly step: 'checking' }
  | { readonly step: 'unreadable'; readonly message: string }
  | { readonly step: 'checked'; readonly file: Blob; readonly inspection: BackupInspection }
  | { readonly step: 'restoring'; readonly inspection: BackupInspection }
  | { readonly step: 'failed'; readonly message: string }
  | { readonly step: 'done'; readonly report: RestoreReport };

export interface Restorer {
  readonly state: ReadonlySignal<Restoring>;
  readonly check: (file: Blob) => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly again: () => void;
}

export function createRestorer(importer: Services['importer']): Restorer {
  const state = signal<Restoring>({ step: 'choose' });
  return {
    state,
    async check(file) {
      state.value = { step: 'checking' };
      try {
        const outcome = await importer.inspectBackup(file);
        state.value = outcome.ok
          ? { step: 'checked', file, inspection: outcome.value }
          : { step: 'unreadable', message: outcome.error.message };
      } catch (error) {
        state.value = { step: 'unreadable', message: messageOf(error) };
      }
    },
    async restore() {
      if (state.value.step !== 'checked') return;
      const { file, inspection } = state.value;
      state.value = { step: 'restoring', inspection };
      try {
        const outcome = await importer.restore(file, inspection.damage.length > 0);
        state.value = outcome.ok
          ? { step: 'done', report: outcome.value }
          : { step: 'failed', message: outcome.error.message };
      } catch (error) {
        state.value = { step: 'failed', message: messageOf(error) };
      }
    },
    again() {
      state.value = { step: 'choose' };
    },
  };
}
