/** Keeps the labels of the whole file in step with the roles of the columns. */
import type { ReadonlySignal } from '@preact/signals';
import type { SourceInput } from '../../../workers/api.ts';
import type { Services } from '../../engine/services.ts';
import { settle } from '../shared/settle.ts';
import type { Change } from './reducer.ts';
import { columnsWith } from './roles.ts';
import { scanKey } from './scan-key.ts';
import type { WizardState } from './state.ts';

/** Switching roles quickly reads the file once, not at every step. */
const SCAN_DELAY_MS = 150;

export interface Scanner {
  /** To be called after every change: scans when there is a reason to. */
  readonly follow: () => void;
  readonly stop: () => void;
}

export interface ScannerParts {
  readonly importer: Services['importer'];
  readonly state: ReadonlySignal<WizardState>;
  readonly apply: (change: Change) => void;
}

export function createScanner({ importer, state, apply }: ScannerParts): Scanner {
  let current: string | null = null;
  let sources: readonly SourceInput[] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight = 0;
  const scan = async (key: string): Promise<void> => {
    const { roles, mode, separator, options, sources: chosen } = state.value;
    const columns = columnsWith(roles, 'label', 'oracle');
    const between = mode === 'multi' ? separator : null;
    inFlight += 1;
    const outcome = await settle(importer.scanLabels(chosen, options, columns, between));
    inFlight -= 1;
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
      // A large file is not read to its end for an answer that nobody waits for any more.
      if (inFlight > 0) void importer.cancel();
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
      if (inFlight > 0) void importer.cancel();
      current = null;
    },
  };
}
