/** Whether the promise is kept, from spot checks alone. Pure. */

import { proportion } from '../../domain/evaluation/wilson.ts';
import type { QualityFigure } from '../../domain/records.ts';
import type { ProjectState } from '../../domain/state.ts';
import { isBreached } from '../../domain/trust/breach.ts';
import { spotChecks } from '../../domain/trust/incoming.ts';
import type { Promised } from '../../domain/trust/promise.ts';
import { DEFAULT_ROUTING } from '../../domain/trust/settings.ts';

export type PromiseState =
  /** Thresholds are set by hand: nothing was promised. */
  | { readonly kind: 'none' }
  /** No spot check was answered. */
  | { readonly kind: 'unchecked'; readonly promised: Promised }
  | {
      readonly kind: 'kept' | 'broken';
      readonly promised: Promised;
      /** Wrong among the spot checks. */
      readonly wrong: QualityFigure;
    };

export function promiseState(state: ProjectState): PromiseState {
  const { accept } = state.project.settings.routing ?? DEFAULT_ROUTING;
  if (accept.kind !== 'promise') return { kind: 'none' };
  const promised = { mostWrong: accept.mostWrong, certainty: accept.certainty };
  const checks = spotChecks(state, promised);
  const wrong = proportion(checks.wrong, checks.n);
  if (!wrong) return { kind: 'unchecked', promised };
  return { kind: isBreached(checks, promised) ? 'broken' : 'kept', promised, wrong };
}
