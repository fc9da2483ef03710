import type { Signal } from '@preact/signals';
import type { DriftReport, FairnessQuery, FairnessReport } from '../../../workers/api.ts';
import type { LogProblem } from '../../domain/trust/audit-log.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { NameOf } from '../shared/study/say.ts';

export interface ChosenSlice extends FairnessQuery {
  readonly report: FairnessReport;
}

/** What was looked at in this visit: alarms and the model card speak of it. */
export interface Seen {
  readonly drift: Signal<DriftReport | null>;
  readonly slice: Signal<ChosenSlice | null>;
  /** The first problem of the log, `sound`, or null before it was verified. */
  readonly log: Signal<LogProblem | 'sound' | null>;
}

export interface OversightProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly nameOf: NameOf;
  readonly seen: Seen;
}
