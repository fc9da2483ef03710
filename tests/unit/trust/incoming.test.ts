import { describe, expect, it } from 'vitest';
import { describeSampling } from '../../../src/domain/evaluation/sampling.ts';
import { spendingOf } from '../../../src/domain/evaluation/spending.ts';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type { ChainHead } from '../../../src/domain/oversight/chain.ts';
import { linkAfter } from '../../../src/domain/oversight/chain.ts';
import type { ClassId, DeviceId, ImportId, ProjectId } from '../../../src/domain/records.ts';
import { auditAnswers, foldEvents } from '../../../src/domain/state.ts';
import { verifyLog } from '../../../src/domain/trust/audit-log.ts';
import type { RoutedItem, RoutingBasis } from '../../../src/domain/trust/decisions.ts';
import {
  decisionLists,
  incomingImports,
  isAskedBlind,
  settledClasses,
  spotChecks,
} from '../../../src/domain/trust/incoming.ts';
import { DEFAULT_ROUTING, routingOf } from '../../../src/domain/trust/settings.ts';
import { createDecisionLog } from '../../../src/engine/decision-log.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import { decisionRecords, recordsCsv } from '../../../src/rooms/decide/records.ts';
import { waitingAmong } from '../../../src/rooms/decide/waiting.ts';
import { collectLabels } from '../../../workers/learn/session/labels.ts';
import { A, B, C, item, type Journal, startJournal } from '../domain/make.ts';

const promise = { mostWrong: 0.05, certainty: 0.95 };
const basis: RoutingBasis = {
  model: null,
  checkpoint: null,
  level: 'correct',
  thresholds: { [A]: 0.9 },
  promise,
  audits: 80,
  calibration: { kind: 'identity' },
};

const accepted = (n: number): RoutedItem => ({
  itemId: item(n),
  classes: [A],
  probability: 0.95,
  route: 'accept',
  reason: { kind: 'confident' },
});
const checked = (n: number): RoutedItem => ({
  ...accepted(n),
  route: 'review',
  reason: { kind: 'spot-check' },
});

function routed(...items: RoutedItem[]): Journal {
  const journal = startJournal();
  journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: '76 of 80 right' });
  journal.run({ type: 'route-items', items, basis });
  return journal;
}

function settle(journal: Journal, n: number, classes: readonly ClassId[]): void {
  const decision = journal.state().decisions.get(item(n));
  journal.run({
    type: 'settle-decision',
    itemId: item(n),
    classes,
    reason: '',
    isBlind: decision !== undefined && isAskedBlind(journal.state(), decision),
    durationMs: 900,
    question: null,
    proposal: null,
  });
}

const decisionOn = (journal: Journal, n: number) => {
  const decision = journal.state().decisions.get(item(n));
  if (!decision) throw new Error(`No decision on item ${n}.`);
  return decision;
};

describe('items that came in', () => {
  it('are decided about once, whichever tab asks', () => {
    const journal = routed(accepted(1), accepted(2));
    settle(journal, 1, [B]);
    journal.answer(3, [B]);
    const again = { type: 'route-items' as const, basis };
    expect(journal.refusal({ ...again, items: [accepted(1), accepted(3)] })).toContain('meanwhile');
    const [event] = journal.run({ ...again, items: [accepted(1), accepted(4)] });
    expect(event?.type === 'items-routed' && event.items.map(({ itemId }) => itemId)).toEqual([
      item(4),
    ]);
    expect(decisionOn(journal, 1).settled?.classes).toEqual([B]);
  });

  it('are a person’s as soon as a person answers, in whatever room', () => {
    const journal = routed(accepted(1), checked(2));
    journal.answer(1, [B]);
    const { accept, settled } = decisionLists(journal.state());
    expect(accept).toEqual([]);
    expect(settled).toEqual([item(1)]);
    expect(decisionRecords(journal.state())[0]).toMatchObject({
      decision: 'banana',
      decided_by: 'person',
      settled_at: expect.stringContaining('1970'),
    });
  });

  it('are told apart from what a person picked: in the card, and in what the time went to', () => {
    const journal = routed(checked(1));
    settle(journal, 1, [B]);
    expect(describeSampling(journal.state()).lines).toEqual([
      { chosenBy: 'incoming', answers: 1, isByChance: false },
    ]);
    expect(spendingOf(journal.state()).lines).toMatchObject([{ on: 'incoming', count: 1 }]);
  });

  it('go into a spreadsheet as words: a reason is no formula', () => {
    const journal = routed(accepted(1));
    const common = {
      itemId: item(1),
      isBlind: false,
      durationMs: 1,
      question: null,
      proposal: null,
    };
    const reason = '=HYPERLINK("http://example.org")';
    journal.run({ type: 'settle-decision', classes: [B], reason, ...common });
    expect(recordsCsv(journal.state())).toContain("'=HYPERLINK");
  });

  it('wait on when they were passed over, and no more when they were answered', () => {
    const journal = startJournal();
    const common = { durationMs: 1, question: null, proposal: null };
    journal.run({ type: 'skip-item', itemId: item(1), ...common });
    journal.run({ type: 'mark-unsure', itemId: item(2), ...common });
    journal.answer(3, [A]);
    const all = [item(1), item(2), item(3)];
    expect(waitingAmong(all, journal.state())).toEqual([item(1), item(2)]);
  });

  it('are not decided alone by thresholds that nobody promised anything about', () => {
    const journal = startJournal();
    journal.run({ type: 'change-level', to: 'alone', cause: 'person', evidence: '99 of 100' });
    const byHand = { ...basis, level: 'alone', promise: null } as const;
    const command = { type: 'route-items', items: [accepted(1)], basis: byHand } as const;
    expect(journal.refusal(command)).toContain('takes a promise');
    journal.run({ ...command, items: [{ ...checked(1), reason: { kind: 'unsure' } }] });
    expect(journal.state().decisions.size).toBe(1);
  });
});

describe('spot checks', () => {
  it('count the first answer, the one given blind', () => {
    const journal = routed(checked(1), checked(2));
    settle(journal, 1, [B]);
    expect(decisionOn(journal, 1).settled?.isBlind).toBe(true);
    expect(spotChecks(journal.state(), promise)).toEqual({ n: 1, wrong: 1 });
    settle(journal, 1, [A]); // The model's answer stands beside it by now.
    expect(decisionOn(journal, 1).settled?.isBlind).toBe(false);
    expect(spotChecks(journal.state(), promise)).toEqual({ n: 1, wrong: 1 });
    journal.run({ type: 'undo' });
    journal.run({ type: 'undo' });
    expect(spotChecks(journal.state(), promise)).toEqual({ n: 0, wrong: 0 });
  });

  it('stay blind when the item was only passed over', () => {
    const journal = routed(checked(1));
    const common = { durationMs: 1, question: null, proposal: null };
    journal.run({ type: 'skip-item', itemId: item(1), ...common });
    expect(isAskedBlind(journal.state(), decisionOn(journal, 1))).toBe(true);
    expect(settledClasses(journal.state(), decisionOn(journal, 1))).toBeNull();
    journal.answer(1, [A]);
    expect(isAskedBlind(journal.state(), decisionOn(journal, 1))).toBe(false);
  });

  it('are not asked on the desk, where a proposal stands beside the item', () => {
    const doubt = { ...checked(3), reason: { kind: 'unsure' } } as const;
    const journal = routed(accepted(1), checked(2), doubt);
    const ids = [item(0), item(1), item(2), item(3)];
    const source = {
      ids,
      rowOf: new Map(ids.map((id, row) => [id, row])),
      given: ids.map(() => null),
    };
    const pool = () => [...collectLabels({ ...source, state: journal.state() }).candidates];
    expect(pool()).toEqual([0, 3]);
  });

  it('agree with the model when the two classes were merged since', () => {
    const journal = routed(checked(1));
    settle(journal, 1, [B]);
    journal.run({ type: 'merge-classes', from: B, into: A });
    expect(spotChecks(journal.state(), promise)).toEqual({ n: 1, wrong: 0 });
    expect(decisionRecords(journal.state())[0]?.decision).toBe('apple');
  });

  it('begin anew with the level that stands, not with one that was undone', () => {
    const journal = routed(checked(1));
    settle(journal, 1, [B]);
    journal.run({ type: 'change-level', to: 'alone', cause: 'person', evidence: '76 of 80' });
    expect(spotChecks(journal.state(), promise).n).toBe(0);
    journal.run({ type: 'undo' });
    expect(spotChecks(journal.state(), promise)).toEqual({ n: 1, wrong: 1 });
  });
});

describe('a level that fell because a promise broke', () => {
  it('does not rise again by undo: that takes the answer back', () => {
    const journal = routed(checked(1));
    settle(journal, 1, [B]);
    journal.run({ type: 'change-level', to: 'verify', cause: 'breach', evidence: '4 of 8 wrong' });
    journal.run({ type: 'undo' });
    expect(journal.state().level).toBe('verify');
    expect(decisionOn(journal, 1).settled).toBeNull();
  });
});

describe('what was said of a class', () => {
  it('holds for the class it was merged into: stakes, and the more careful threshold', () => {
    const journal = startJournal();
    const accept = { kind: 'by-hand', fallback: 0.8, perClass: { [B]: 0.99, [C]: 0.7 } } as const;
    const routing = { ...DEFAULT_ROUTING, stakes: [B], accept };
    journal.run({ type: 'change-settings', patch: { routing } });
    journal.run({ type: 'merge-classes', from: B, into: C });
    const now = routingOf(journal.state().project);
    expect(now.stakes).toEqual([C]);
    expect(now.accept).toEqual({ ...accept, perClass: { [C]: 0.99 } });
  });
});

describe('a corrected answer to an audit draw', () => {
  it('stays in the audit, and is not learned', () => {
    const journal = startJournal();
    const ids = () => auditAnswers(journal.state()).map(({ itemId }) => itemId);
    journal.answer(1, [A], true);
    journal.answer(2, [A], true);
    const common = { durationMs: 1, question: null, proposal: null };
    journal.run({ type: 'answer-item', itemId: item(1), classes: [B], ...common });
    journal.run({ type: 'answer-items', itemIds: [item(2), item(3)], classes: [B], durationMs: 9 });
    expect(ids()).toEqual([item(1), item(2)]);
    expect(journal.state().labels.get(item(3))?.audit).toBe(false);
  });
});

describe('a log that lost its newest entries', () => {
  it('goes on after them, so that the gap stays to be seen', async () => {
    const journal = routed(accepted(1), accepted(2));
    const device = 'here' as DeviceId;
    const head = journal.state().ledger.trust.heads.get(device) as ChainHead;
    const gone: ChainHead = { length: head.length + 1, hash: 'of an entry that is gone' };
    const kept = new Map<string, unknown>([['log-end:p1', gone]]);
    const log = createDecisionLog({
      projectId: 'p1' as ProjectId,
      device,
      storage: {
        events: { of: async () => journal.events },
        device: {
          get: async (key: string) => kept.get(key),
          set: async (key: string, value: unknown) => void kept.set(key, value),
        },
      } as unknown as Parameters<typeof createDecisionLog>[0]['storage'],
    });
    const locks = { request: (_: string, run: () => Promise<unknown>) => run() };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
    try {
      const write = async (end: ChainHead | undefined) => end;
      expect(await log.run(journal.state, () => undefined, write)).toEqual(gone);
      expect(kept.get('log-end:p1')).toEqual(gone);
    } finally {
      if (before) Object.defineProperty(globalThis, 'navigator', before);
    }
    const [last] = journal.events.slice(-1) as [HoneEvent];
    if (last.type !== 'items-routed') throw new Error('The last event is the decision.');
    const { id: _, projectId: __, device: ___, link: ____, ...body } = last;
    const next = { ...last, id: 'zz' as HoneEvent['id'], link: linkAfter(gone, body, digest) };
    const ends = new Map([[device, { length: gone.length + 1, hash: next.link.hash }]]);
    expect(verifyLog([...journal.events, next], ends, digest)).toMatchObject([{ kind: 'missing' }]);
  });
});

describe('what a camera brings to be decided about', () => {
  it('is one import, told picture by picture, and stays apart from files', () => {
    const journal = startJournal();
    const record = (importId: string, from: number, added = 1) =>
      journal.run({
        type: 'record-import',
        importId: importId as ImportId,
        source: 'Camera',
        format: 'jpg',
        added,
        duplicates: 0,
        rejected: 0,
        purpose: 'decide',
        from,
      });
    record('camera', 20);
    record('file', 21, 7);
    record('camera', 28);
    expect(incomingImports(journal.state())).toMatchObject([
      { importId: 'camera', added: 2, from: 20 },
      { importId: 'file', added: 7, from: 21 },
    ]);
    expect(foldEvents(journal.events)?.imports).toEqual(journal.state().imports);
  });
});
