/** Decision records: what an auditor reads without Hone. Pure. */
import type { ClassId } from '../../domain/records.ts';
import { type ProjectState, resolveClass } from '../../domain/state.ts';
import { routedItem, settledClasses } from '../../domain/trust/incoming.ts';
import { csv } from '../../formats/csv.ts';
import { safeRow } from '../../formats/spreadsheet-safe.ts';
import { sayClasses, sayReason } from './say.ts';

export interface DecisionRecord {
  readonly item: string;
  readonly decided_at: string;
  readonly decision: string;
  readonly decided_by: 'model' | 'person' | 'nobody yet';
  readonly route: string;
  readonly ground: string;
  readonly model_answer: string;
  readonly probability: number;
  /** What the thresholds were held against: the probability, or under a promise a score that no check had a say in. */
  readonly score: number;
  readonly model: string | null;
  readonly checkpoint: string | null;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly promise: { readonly mostWrong: number; readonly certainty: number } | null;
  readonly audits: number;
  readonly overridden_because: string;
  readonly settled_at: string | null;
  readonly entry_hash: string;
}

export function decisionRecords(state: ProjectState): readonly DecisionRecord[] {
  const { project } = state;
  const toStanding = (id: ClassId): ClassId => resolveClass(project, id);
  return [...state.decisions.values()].map((decision) => {
    const { event, settled } = decision;
    const { itemId, classes, probability, score, route, reason } = routedItem(decision);
    const label = state.labels.get(itemId);
    const byPerson = settledClasses(state, decision);
    const final = byPerson ?? (route === 'accept' ? classes.map(toStanding) : null);
    // Answered outside this room: the answer has the time, and the log no entry of its own.
    const settledAt = label?.kind === 'answered' ? label.at : (settled?.at ?? null);
    return {
      item: itemId,
      decided_at: new Date(event.at).toISOString(),
      decision: final ? sayClasses(project, final) : '',
      decided_by: byPerson ? 'person' : final ? 'model' : 'nobody yet',
      route,
      ground: sayReason(project, reason, event.basis.groups),
      model_answer: reason.kind === 'unread' ? '' : sayClasses(project, classes),
      probability,
      score: score ?? probability,
      model: event.basis.model,
      checkpoint: event.basis.checkpoint,
      thresholds: namedThresholds(state, event.basis.thresholds),
      promise: event.basis.promise,
      audits: event.basis.audits,
      overridden_because: settled?.reason ?? '',
      settled_at: settledAt === null ? null : new Date(settledAt).toISOString(),
      entry_hash: event.link.hash,
    };
  });
}

function namedThresholds(
  { project }: ProjectState,
  thresholds: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const names = new Map<string, string>(project.classes.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    Object.entries(thresholds).map(([id, value]) => [names.get(id) ?? id, value]),
  );
}

/** The records, and the log that they come from, entry by entry with its hashes. */
export function recordsJson(state: ProjectState): string {
  const log = state.ledger.trust.log.map(({ projectId: _, ...entry }) => entry);
  const how =
    'hash = SHA-256 of sequence, newline, previous hash, newline, JSON with sorted keys of the entry without id, device, batch and link';
  return JSON.stringify(
    { project: state.project.name, decisions: decisionRecords(state), how, log },
    null,
    2,
  );
}

export function recordsCsv(state: ProjectState): string {
  const columns = [
    'item',
    'decision',
    'decided_by',
    'route',
    'ground',
    'model_answer',
    'probability',
    'decided_at',
    'settled_at',
    'overridden_because',
    'model',
    'entry_hash',
  ];
  const rows = decisionRecords(state).map((record) =>
    csv.write.row(safeRow({ ...record }), columns),
  );
  return `\uFEFF${csv.write.header(columns)}${rows.join('')}`;
}
