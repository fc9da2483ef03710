import { Dexie } from 'dexie';
import type { EventType, HoneEvent } from '../domain/events.ts';
import type { ItemId, ProjectId, ProjectSummary } from '../domain/records.ts';
import { applyEvents, foldEvents, type ProjectState } from '../domain/state.ts';
import type { ActPart, EventStore } from './api.ts';
import type { Changes } from './changes.ts';
import type { Connection } from './connection.ts';
import type { TruthDatabase } from './database.ts';

const EMPTY_SUMMARY: ProjectSummary = {
  items: 0,
  answered: 0,
  given: 0,
  quality: null,
  lastOpenedAt: 0,
  lastBackupAt: null,
};

/** Events after which the materialised project is folded anew. Others only count. */
const ABOUT_PROJECT = /^(project|settings|guidelines|class)-/;
const SILENT: ReadonlySet<EventType> = new Set([
  'flagged',
  'unflagged',
  'items-imported',
  'feature-marked',
  'region-marked',
  'items-routed',
  'decision-settled',
  'level-changed',
  'edit-saved',
  'counterfactual-judged',
  'feedback-withdrawn',
  'relabelling-opened',
  'relabelling-ended',
]);
const ABOUT_ITEMS: ReadonlySet<EventType> = new Set(['answered', 'skipped', 'marked-unsure']);

export function createEventStore(
  connection: Connection<TruthDatabase>,
  changes: Changes,
): EventStore {
  return {
    async append(events, part = 'whole') {
      const added = await connection.run((database) => appendOnce(database, events, part));
      for (const [projectId, fresh] of groupByProject(added)) {
        changes.announce({ kind: 'events', projectId, ids: fresh.map((event) => event.id) });
        if (fresh.some(isAboutProject)) changes.announce({ kind: 'project', projectId });
      }
    },
    of: (projectId, after) =>
      connection.run((database) =>
        database.events
          .where('[projectId+id]')
          .between([projectId, after ?? ''], [projectId, '\uffff'], after === undefined, true)
          .toArray(),
      ),
    async get(ids) {
      const found = await connection.run((database) => database.events.bulkGet([...ids]));
      return found.flatMap((event) => event ?? []);
    },
  };
}

/** Events are new as a rule: that one is there already is found out by trying, not asked before each. */
async function appendOnce(
  database: TruthDatabase,
  events: readonly HoneEvent[],
  part: ActPart,
): Promise<readonly HoneEvent[]> {
  const { events: table, projects } = database;
  const add = async (fresh: readonly HoneEvent[]): Promise<readonly HoneEvent[]> => {
    // Asked for together, served in this order: what updates the rows sees what was added.
    await Promise.all([
      table.bulkAdd([...fresh]),
      ...[...groupByProject(fresh)].map(([projectId, own]) => {
        if (part === 'more') return null; // The last part brings the row up to date.
        return part === 'last'
          ? refoldRow(database, projectId)
          : updateRow(database, projectId, own);
      }),
    ]);
    return fresh;
  };
  try {
    return await database.transaction('rw', table, projects, async () => add(events));
  } catch (error) {
    if (!isThere(error)) throw error;
  }
  return database.transaction('rw', table, projects, async () => {
    const known = await table.bulkGet(events.map((event) => event.id));
    return add(events.filter((_, index) => known[index] === undefined));
  });
}

function isThere(error: unknown): boolean {
  return error instanceof Dexie.BulkError && error.failures.some(isConstraint);
}

const isConstraint = ({ name }: Error): boolean => name === 'ConstraintError';

/** The gallery reads one row per project, so the row is kept true in the same transaction. */
async function updateRow(
  database: TruthDatabase,
  projectId: ProjectId,
  fresh: readonly HoneEvent[],
): Promise<void> {
  const isSimple = fresh.every((event) => ABOUT_ITEMS.has(event.type) || isSilent(event));
  const [row, answered] = await Promise.all([
    database.projects.get(projectId),
    isSimple ? countNewlyAnswered(database, fresh) : null,
  ]);
  if (!row || answered === null) await refoldRow(database, projectId);
  else if (answered > 0) {
    const summary = { ...row.summary, answered: row.summary.answered + answered };
    await database.projects.put({ ...row, summary });
  }
}

/** Changes neither the project nor how many items are answered. */
function isSilent({ type }: HoneEvent): boolean {
  return SILENT.has(type) || type.startsWith('checkpoint-');
}

function isAboutProject(event: HoneEvent): boolean {
  return ABOUT_PROJECT.test(event.type) || event.type === 'undone' || event.type === 'redone';
}

/** Null when an item had a decision before: then only a fold knows what the count becomes. */
async function countNewlyAnswered(
  database: TruthDatabase,
  fresh: readonly HoneEvent[],
): Promise<number | null> {
  const decisions = fresh.filter((event) => 'itemId' in event && ABOUT_ITEMS.has(event.type));
  const itemIds = decisions.map((event) => (event as { itemId: ItemId }).itemId);
  if (new Set(itemIds).size < itemIds.length) return null;
  // All at once and whole: a cursor would ask the disk again after each event.
  const found = await Promise.all(
    itemIds.map((id) => database.events.where('itemId').equals(id).toArray()),
  );
  const earlier = found.flat().filter((event) => ABOUT_ITEMS.has(event.type)).length;
  if (earlier > decisions.length) return null;
  return decisions.filter((event) => event.type === 'answered').length;
}

async function refoldRow(database: TruthDatabase, projectId: ProjectId): Promise<void> {
  const state = await foldAll(database, projectId);
  if (!state) return; // Events of a project whose beginning has not arrived yet: kept, not shown.
  const before = (await database.projects.get(projectId))?.summary ?? EMPTY_SUMMARY;
  const answered = [...state.labels.values()].filter((label) => label.kind === 'answered').length;
  await database.projects.put({
    id: projectId,
    project: state.project,
    summary: { ...before, answered },
  });
}

/** A part at a time: reading and folding a hundred thousand events at once would hold the page up. */
const FOLDED_AT_ONCE = 2_000;

async function foldAll(
  database: TruthDatabase,
  projectId: ProjectId,
): Promise<ProjectState | null> {
  let state: ProjectState | null = null;
  let early: readonly HoneEvent[] = [];
  for (let after = ''; ; ) {
    const part = await database.events
      .where('[projectId+id]')
      .between([projectId, after], [projectId, '\uffff'], false, true)
      .limit(FOLDED_AT_ONCE)
      .toArray();
    // Another device's events may be older than the one that created the project here.
    if (!state) early = [...early, ...part];
    state = state ? applyEvents(state, part) : foldEvents(early);
    if (part.length < FOLDED_AT_ONCE) return state;
    after = part.at(-1)?.id ?? after;
  }
}

function groupByProject(
  events: readonly HoneEvent[],
): ReadonlyMap<ProjectId, readonly HoneEvent[]> {
  const groups = new Map<ProjectId, HoneEvent[]>();
  for (const event of events) {
    const group = groups.get(event.projectId);
    if (group) group.push(event);
    else groups.set(event.projectId, [event]);
  }
  return groups;
}
