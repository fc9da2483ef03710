/** What needs a person now, and where to go. Pure. */
import type { DriftReport } from '../../../workers/api.ts';
import { selfAgreement } from '../../domain/evaluation/self-agreement.ts';
import type { ProjectState } from '../../domain/state.ts';
import type { LogProblem } from '../../domain/trust/audit-log.ts';
import { percent } from '../../ui/percent.ts';
import { promiseState } from './promise-state.ts';
import { strings } from './strings.ts';

export interface Alarm {
  readonly id: 'promise' | 'fell' | 'drift' | 'self' | 'log' | 'log-unverified';
  readonly tone: 'bad' | 'warn';
  readonly words: string;
  /** A room of the project, or a part of this one by its id. */
  readonly go: { readonly room: string } | { readonly part: string };
  readonly act: string;
}

export interface AlarmSource {
  readonly state: ProjectState;
  readonly drift: DriftReport | null;
  readonly log: LogProblem | 'sound' | null;
}

/** Agreeing with oneself surely less often than this, an alarm is due. */
const LEAST_AGREEMENT = 0.9;
const { alarms: words } = strings;

/** Worst first. */
export function alarmsOf({ state, drift, log }: AlarmSource): readonly Alarm[] {
  return [
    ...promiseAlarms(state),
    ...logAlarms(state, log),
    ...driftAlarms(drift),
    ...selfAlarms(state),
  ];
}

function promiseAlarms(state: ProjectState): Alarm[] {
  const promise = promiseState(state);
  const last = state.ledger.trust.log.findLast(
    ({ type, id }) => type === 'level-changed' && !state.ledger.fallen.has(id),
  );
  const found: Alarm[] = [];
  if (promise.kind === 'broken') {
    const { wrong, promised } = promise;
    const said = words.broken(
      Math.round(wrong.value * wrong.n),
      wrong.n,
      percent(promised.mostWrong),
    );
    const go = { room: 'trust' };
    found.push({ id: 'promise', tone: 'bad', words: said, go, act: words.toTrust });
  }
  if (last?.type === 'level-changed' && last.cause === 'breach') {
    const go = { room: 'decide' };
    found.push({
      id: 'fell',
      tone: 'bad',
      words: words.fell(last.evidence),
      go,
      act: words.toDecide,
    });
  }
  return found;
}

function logAlarms({ ledger }: ProjectState, log: AlarmSource['log']): Alarm[] {
  if (ledger.trust.log.length === 0 || log === 'sound') return [];
  if (log === null) {
    const said = words.unverified(ledger.trust.log.length);
    const go = { part: 'oversight-log' };
    return [{ id: 'log-unverified', tone: 'warn', words: said, go, act: words.toVerify }];
  }
  const said = words.log(log.position + 1);
  return [{ id: 'log', tone: 'bad', words: said, go: { room: 'decide' }, act: words.toDecide }];
}

function driftAlarms(drift: DriftReport | null): Alarm[] {
  if (!drift?.isAlarm) return [];
  const changed = drift.tests.filter(({ isChanged }) => isChanged).length;
  const go = { part: 'oversight-drift' };
  return [{ id: 'drift', tone: 'bad', words: words.drift(changed), go, act: words.toDrift }];
}

function selfAlarms(state: ProjectState): Alarm[] {
  const { share } = selfAgreement(state);
  if (!share || share.high >= LEAST_AGREEMENT) return [];
  const said = words.self(percent(share.value), percent(share.low), percent(share.high), share.n);
  return [{ id: 'self', tone: 'warn', words: said, go: { room: 'quality' }, act: words.toQuality }];
}
