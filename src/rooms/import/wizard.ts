/** The effects of the import room: reads files, rescans labels, runs the import, puts back on failure. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PreviewOptions, SourceInput } from '../../../workers/api.ts';
import type { ImportPurpose, Project } from '../../domain/records.ts';
import type { Services } from '../../engine/services.ts';
import { toProjectName } from '../shared/file-name.ts';
import { settle } from '../shared/settle.ts';
import { type Change, reduce } from './reducer.ts';
import { runImport } from './run-import.ts';
import { createScanner } from './scanner.ts';
import { startState, type WizardState } from './state.ts';

export interface Wizard {
  readonly state: ReadonlySignal<WizardState>;
  readonly dispatch: (change: Change) => void;
  readonly choose: (sources: readonly SourceInput[]) => void;
  readonly readAs: (patch: PreviewOptions) => void;
  readonly start: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly dispose: () => void;
}

export function createWizard(
  services: Services,
  target: Project | null,
  purpose: ImportPurpose | null = null,
): Wizard {
  const state = signal(startState(target, purpose));
  const apply = (change: Change): void => {
    state.value = reduce(state.value, change);
  };
  const preview = createPreviewer(services, state, apply);
  const scanner = createScanner({ importer: services.importer, state, apply });
  const dispatch = (change: Change): void => {
    apply(change);
    scanner.follow();
  };
  const readAgain = async (): Promise<void> => {
    await preview();
    scanner.follow();
  };
  return {
    state,
    dispatch,
    choose(sources) {
      const first = sources[0];
      if (first === undefined) return;
      dispatch({ type: 'sources', sources, name: toProjectName(first.name) });
      void readAgain();
    },
    readAs(patch) {
      dispatch({ type: 'options', patch });
      void readAgain();
    },
    start: () => runImport({ services, state: () => state.value, dispatch: apply }),
    async cancel() {
      apply({ type: 'cancelling' });
      await services.importer.cancel();
    },
    dispose() {
      scanner.stop();
      if (state.value.run.status === 'running') void services.importer.cancel();
    },
  };
}

type Apply = (change: Change) => void;

/** Reads the start of the sources; the latest request wins. */
function createPreviewer(
  services: Services,
  state: ReadonlySignal<WizardState>,
  apply: Apply,
): () => Promise<void> {
  let latest = 0;
  return async () => {
    latest += 1;
    const mine = latest;
    const { sources, options } = state.value;
    const outcome = await settle(services.importer.preview(sources, options));
    if (mine !== latest) return;
    if (outcome.ok) apply({ type: 'previewed', preview: outcome.value });
    else apply({ type: 'preview-failed', message: outcome.error.message });
  };
}
