/** The effects of the import room: reads files, rescans labels, runs the import, puts back on failure. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Outcome, PreviewOptions, SourceInput } from '../../../workers/api.ts';
import type { Project } from '../../domain/records.ts';
import type { Services } from '../../engine/services.ts';
import { toProjectName } from '../shared/file-name.ts';
import { messageOf } from '../shared/message-of.ts';
import { type Change, reduce } from './reducer.ts';
import { columnsWith } from './roles.ts';
import { runImport } from './run-import.ts';
import { startState, type WizardState } from './state.ts';

/** Typing a separator or switching roles quickly reads the file once, not at every step. */
const SCAN_DELAY_MS = 150;

export interface Wizard {
  readonly state: ReadonlySignal<WizardState>;
  readonly dispatch: (change: Change) => void;
  readonly choose: (sources: readonly SourceInput[]) => void;
  readonly readAs: (patch: PreviewOptions) => void;
  readonly start: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly dispose: () => void;
}

export function createWizard(services: Services, target: Project | null): Wizard {
  const state = signal(startState(target));
  const apply = (change: Change): void => {
    state.value = reduce(state.value, change);
  };
  const preview = createPreviewer(services, state, apply);
  const scanner = createScanner(services, state, apply);
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

/** Everything on which the labels of the whole file depend; null = there is nothing to scan. */
export function scanKey(state: WizardState): string | null {
  if (state.preview.status !== 'ready') return null;
  const columns = columnsWith(state.roles, 'label', 'oracle');
  if (columns.length === 0) return null;
  const separator = state.mode === 'multi' ? state.separator : null;
  return JSON.stringify([columns, separator, state.options]);
}

interface Scanner {
  readonly follow: () => void;
  readonly stop: () => void;
}

/** Keeps the scan in step with the roles: scans when its key changes, drops it when there is none. */
function createScanner(
  services: Services,
  state: ReadonlySignal<WizardState>,
  apply: Apply,
): Scanner {
  let current: string | null = null;
  let sources: readonly SourceInput[] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const scan = async (key: string): Promise<void> => {
    const { roles, mode, separator, options } = state.value;
    const columns = columnsWith(roles, 'label', 'oracle');
    const chosen = state.value.sources;
    const outcome = await settle(
      services.importer.scanLabels(chosen, options, columns, mode === 'multi' ? separator : null),
    );
    if (key !== current || chosen !== state.value.sources) return;
    if (outcome.ok) apply({ type: 'scanned', scan: outcome.value });
    else apply({ type: 'scan-failed', message: outcome.error.message });
  };
  return {
    follow() {
      // A file that is being read anew keeps its classes until it is known what it has now.
      if (state.value.preview.status === 'loading') return;
      const key = scanKey(state.value);
      if (key === current && state.value.sources === sources) return;
      clearTimeout(timer);
      current = key;
      sources = state.value.sources;
      if (key === null) {
        if (state.value.scan.status !== 'none') apply({ type: 'scan-dropped' });
        return;
      }
      apply({ type: 'scan-started' });
      timer = setTimeout(() => void scan(key), SCAN_DELAY_MS);
    },
    stop() {
      clearTimeout(timer);
      current = null;
    },
  };
}

async function settle<T>(promise: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await promise;
  } catch (error) {
    return { ok: false, error: { code: 'unexpected', message: messageOf(error) } };
  }
}
