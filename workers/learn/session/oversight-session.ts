/** Confusion and drift of one open project: what the measures need, gathered. */
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import { confusionPairs } from '../../../src/domain/oversight/confusion.ts';
import { type LabelShift, labelShift } from '../../../src/domain/oversight/label-shift.ts';
import type { ColumnSpec, Item } from '../../../src/domain/records.ts';
import { inferColumns } from '../../../src/modalities/table/infer-columns.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { ConfusionReport, DriftQuery, DriftReport, ItemRange } from '../../oversight-api.ts';
import { driftOf } from '../oversight/drift.ts';
import type { DriftItem } from '../oversight/read-column.ts';
import { answerOf } from '../trust/audited.ts';
import { calibratedRow } from '../trust/report.ts';
import { readAnswers } from './evaluate/aside.ts';
import type { LearnSession } from './learn-session.ts';

/** Items read from a window; more say little more, and take long to read. */
const MOST_READ = 3_000;
const READ_AT_ONCE = 500;
/** Items from which the fields are told. */
const LOOKED_AT = 200;

export async function confusionOf(
  storage: Storage,
  session: LearnSession,
): Promise<ConfusionReport> {
  const { labels, encoded, state } = session;
  const fields = await fieldNames(storage, session);
  const { audit, classIds } = labels;
  // Sets of classes have no cell of their own.
  if (state.project.mode === 'multi') return { audits: audit.length, fields, cells: [] };
  const cells = confusionPairs(judgedOf(session)).flatMap(({ truth, said, at }) => {
    const [a, b] = [classIds[truth], classIds[said]];
    const itemIds = at.flatMap((i) => encoded.ids[audit[i]?.row ?? -1] ?? []);
    return a && b ? [{ truth: a, said: b, itemIds }] : [];
  });
  return { audits: audit.length, fields, cells };
}

/** What a person said blind and what the model says now, one audit answer each. */
function judgedOf(session: LearnSession): readonly { truth: number; said: number }[] {
  const { audit } = session.labels;
  const rows = audit.map(({ row }) => row);
  const answers = readAnswers(session, session.learner.probabilities, rows);
  return audit.map(({ classes }, i) => ({ truth: classes[0] ?? 0, said: answers[i]?.[0] ?? 0 }));
}

async function fieldNames(storage: Storage, { state }: LearnSession): Promise<readonly string[]> {
  const items = await storage.items.range(state.project.id, 0, LOOKED_AT);
  return columnsOf(items, state.project.settings.columns)
    .filter(({ type }) => type !== 'text' && type !== 'ignore' && type !== 'date')
    .map(({ name }) => name);
}

/** Columns as the person corrected them; imported fields as their values look. */
export function columnsOf(
  items: readonly Item[],
  known: readonly ColumnSpec[] | undefined,
): readonly ColumnSpec[] {
  const rows = items.flatMap(({ content }) => (content.kind === 'table' ? [content.cells] : []));
  const columns = known ?? inferColumns(rows);
  const names = new Set(columns.map(({ name }) => name));
  const fields = inferColumns(items.map((item) => item.fields));
  return [...columns, ...fields.filter(({ name }) => !names.has(name))];
}

export function cellsOf({ content, fields }: Item): Readonly<Record<string, string>> {
  return content.kind === 'table' ? { ...fields, ...content.cells } : fields;
}

export async function driftBetween(
  storage: Storage,
  session: LearnSession,
  query: DriftQuery,
): Promise<DriftReport> {
  const { state, vectors, labels } = session;
  const { seed, settings } = state.project;
  const before = await readWindow(storage, session, query.reference);
  const now = await readWindow(storage, session, query.current);
  const classIds = labels.classIds;
  const reference = before.map((item) => toDriftItem(session, item));
  const current = now.map((item) => toDriftItem(session, item));
  const columns = columnsOf([...before, ...now], settings.columns);
  const drift = driftOf({ reference, current, columns, classIds, vectors, seed });
  const count = (items: readonly DriftItem[], c: number): number =>
    items.filter(({ said }) => said?.includes(c)).length;
  const isTaught = session.status.trainedOn > 0;
  return {
    n: [reference.length, current.length],
    ...drift,
    proposed: isTaught
      ? classIds.map((classId, c) => ({
          classId,
          counts: [count(reference, c), count(current, c)] as const,
        }))
      : [],
    confidence: isTaught ? confidenceOf(session, reference, current) : null,
    labelShift: shiftOf(session, current),
  };
}

function toDriftItem(session: LearnSession, item: Item): DriftItem {
  const row = session.rowOf.get(item.id) ?? -1;
  const said =
    session.status.trainedOn === 0
      ? null
      : (readAnswers(session, session.learner.probabilities, [row])[0] ?? []);
  const label = session.state.labels.get(item.id);
  const given = label?.kind === 'answered' ? label.classes : item.given;
  const { classIds } = session.labels;
  const taken = given ? given.map((id) => classIds.indexOf(id)) : said;
  return { id: item.id, row, cells: cellsOf(item), said, taken, isOpen: given === null };
}

/** Readable items of the window in order of arrival; of a large one an even sample, the same each time. */
async function readWindow(
  storage: Storage,
  { state, encoded, rowOf }: LearnSession,
  { from, to }: ItemRange,
): Promise<readonly Item[]> {
  const { id, seed } = state.project;
  const all = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const chosen = new Set(
    all.length <= MOST_READ
      ? all
      : shuffled(all, createRng(deriveSeed(seed, 'drift-window', from, to))).slice(0, MOST_READ),
  );
  const found: Item[] = [];
  for (let at = from; at < to; at += READ_AT_ONCE) {
    const items = await storage.items.range(id, at, Math.min(to, at + READ_AT_ONCE));
    for (const item of items) {
      const row = rowOf.get(item.id);
      if (row !== undefined && chosen.has(item.ordinal) && !encoded.unread.has(row))
        found.push(item);
    }
  }
  return found;
}

function confidenceOf(
  session: LearnSession,
  reference: readonly DriftItem[],
  current: readonly DriftItem[],
): readonly [number, number] {
  const { learner, labels, state, calibration } = session;
  const { mode } = state.project;
  const source = { probabilities: learner.probabilities, classes: labels.classIds.length, mode };
  const mean = (items: readonly DriftItem[]): number =>
    items.reduce(
      (sum, { row }) => sum + answerOf(calibratedRow(source, row, calibration), mode).confidence,
      0,
    ) / Math.max(1, items.length);
  return [mean(reference), mean(current)];
}

function shiftOf(session: LearnSession, current: readonly DriftItem[]): LabelShift {
  const { labels, state } = session;
  if (state.project.mode === 'multi') return { kind: 'unknown', why: 'several-classes', needed: 0 };
  return labelShift({
    classIds: labels.classIds,
    audits: judgedOf(session),
    proposed: labels.classIds.map((_, c) => current.filter(({ said }) => said?.includes(c)).length),
  });
}
