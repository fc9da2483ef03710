import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { ClassId, DeviceId, ItemId } from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import { verifyLog } from '../../../src/domain/trust/audit-log.ts';
import { breachEvidence, isBreached } from '../../../src/domain/trust/breach.ts';
import type { RoutingBasis } from '../../../src/domain/trust/decisions.ts';
import { matches, type RouteInput, routeItem } from '../../../src/domain/trust/route-item.ts';
import { DEFAULT_ROUTING, routingProblem } from '../../../src/domain/trust/settings.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import { A, B, item, startJournal } from '../domain/make.ts';

const input = (patch: Partial<RouteInput> = {}): RouteInput => ({
  classes: [A],
  probability: 0.97,
  score: patch.probability ?? 0.97,
  all: [
    { classId: A, probability: 0.97 },
    { classId: B, probability: 0.03 },
  ],
  level: 'alone',
  settings: DEFAULT_ROUTING,
  thresholds: { [A]: 0.9 },
  text: 'A refund of 40 was asked for',
  fields: { amount: '120.5', city: 'Bonn' },
  isUnlike: false,
  draw: 0.5,
  ...patch,
});

const settings = (patch: Partial<RouteInput['settings']>) => ({
  settings: { ...DEFAULT_ROUTING, ...patch },
});

describe('who decides', () => {
  it('is the model only above the threshold of its class, and at a level that lets it', () => {
    expect(routeItem(input())).toEqual({ route: 'accept', reason: { kind: 'confident' } });
    expect(routeItem(input({ probability: 0.9 })).route).toBe('review');
    expect(routeItem(input({ thresholds: {} })).route).toBe('review');
    expect(routeItem(input({ classes: [A, B] })).route).toBe('review');
    expect(routeItem(input({ classes: [] })).route).toBe('review');
    expect(routeItem(input({ level: 'correct' })).route).toBe('accept');
    for (const level of ['demonstrate', 'verify'] as const)
      expect(routeItem(input({ level }))).toEqual({ route: 'review', reason: { kind: 'level' } });
  });

  it('is an expert where it matters, where nothing is known, or where a rule says so', () => {
    const rule = {
      id: 'r1',
      field: 'amount',
      test: 'above',
      value: '100',
      route: 'escalate',
    } as const;
    expect(routeItem(input(settings({ rules: [rule] }))).reason).toEqual({
      kind: 'rule',
      ruleId: 'r1',
    });
    expect(routeItem(input(settings({ stakes: [B], stakesFrom: 0.02 }))).route).toBe('escalate');
    expect(routeItem(input({ isUnlike: true })).reason.kind).toBe('unlike');
    expect(routeItem(input({ probability: 0.3 })).reason.kind).toBe('very-unsure');
  });

  it('is a person now and then, although the model is sure', () => {
    expect(routeItem(input({ draw: 0.01 })).reason.kind).toBe('spot-check');
  });

  it('follows rules on words and numbers, and no rule where the field is absent', () => {
    const base = { id: 'x', route: 'review' } as const;
    const holds = (
      field: string | null,
      test: 'contains' | 'equals' | 'above' | 'below',
      value: string,
    ) => matches({ ...base, field, test, value }, input());
    expect(holds(null, 'contains', 'REFUND')).toBe(true);
    expect(holds('city', 'equals', ' bonn ')).toBe(true);
    expect(holds('city', 'above', '3')).toBe(false);
    expect(holds('amount', 'below', '120.6')).toBe(true);
    expect(holds('country', 'equals', '')).toBe(false);
    expect(holds('country', 'contains', 'x')).toBe(false);
  });

  it('refuses settings that mean nothing', () => {
    expect(routingProblem(DEFAULT_ROUTING)).toBeNull();
    expect(routingProblem({ ...DEFAULT_ROUTING, spotCheckShare: 0.7 })).toContain('70 %');
    const accept = { kind: 'by-hand', fallback: 1.2, perClass: {} } as const;
    expect(routingProblem({ ...DEFAULT_ROUTING, accept })).toContain('120 %');
  });
});

describe('a broken promise', () => {
  const promise = { mostWrong: 0.05, certainty: 0.95 };

  it('is seen in time', () => {
    expect(breachEvidence(0, 0, 0.05)).toBe(0);
    expect(isBreached({ wrong: 0, n: 100 }, promise)).toBe(false);
    expect(isBreached({ wrong: 5, n: 100 }, promise)).toBe(false);
    expect(isBreached({ wrong: 4, n: 8 }, promise)).toBe(true);
    expect(isBreached({ wrong: 20, n: 100 }, promise)).toBe(true);
  });

  it('is rarely cried although one looks after every check', () => {
    let alarms = 0;
    for (let run = 0; run < 400; run++) {
      const rng = createRng(run);
      let wrong = 0;
      for (let n = 1; n <= 300; n++) {
        if (rng.next() < 0.05) wrong++;
        if (!isBreached({ wrong, n }, promise)) continue;
        alarms++;
        break;
      }
    }
    expect(alarms / 400).toBeLessThan(0.05);
  });
});

const basis: RoutingBasis = {
  model: null,
  checkpoint: null,
  level: 'correct',
  thresholds: { [A]: 0.9 },
  promise: null,
  audits: 80,
  calibration: { kind: 'temperature', temperature: 1.2 },
};

const routed = (n: number) => ({
  itemId: item(n) as ItemId,
  classes: [A] as ClassId[],
  probability: 0.95,
  route: 'accept' as const,
  reason: { kind: 'confident' as const },
});

function decided() {
  const journal = startJournal();
  journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: '76 of 80 right' });
  journal.run({ type: 'route-items', items: [routed(1), routed(2)], basis });
  journal.run({
    type: 'settle-decision',
    itemId: item(1),
    classes: [B],
    reason: 'It is a joke',
    isBlind: false,
    durationMs: 900,
    question: null,
    proposal: null,
  });
  return journal;
}

describe('the decision log', () => {
  it('keeps what was decided, what a person made of it, and teaches the correction', () => {
    const state = decided().state();
    expect(state.level).toBe('correct');
    expect(state.decisions.get(item(1))?.settled?.reason).toBe('It is a joke');
    expect(state.decisions.get(item(2))?.settled).toBeNull();
    expect(state.labels.get(item(1))?.classes).toEqual([B]);
    expect(state.labels.has(item(2))).toBe(false);
  });

  it('takes a person’s word back as one act: the answer and its entry', () => {
    const journal = decided();
    journal.run({ type: 'undo' });
    expect(journal.state().labels.has(item(1))).toBe(false);
    expect(journal.state().decisions.get(item(1))?.settled).toBeNull();
    expect(verifyLog(journal.events, journal.state().ledger.trust.heads, digest)).toEqual([]);
  });

  it('is folded alike whatever the order of arrival', () => {
    const journal = decided();
    const again = foldEvents([...journal.events].reverse());
    expect([...(again?.decisions ?? [])]).toEqual([...journal.state().decisions]);
    expect(again?.level).toBe('correct');
  });

  it('refuses to let the model decide at a level where it may not', () => {
    const journal = startJournal();
    expect(
      journal.refusal({
        type: 'route-items',
        items: [routed(1)],
        basis: { ...basis, level: 'verify' },
      }),
    ).toContain('decides nothing');
    expect(
      journal.refusal({ type: 'change-level', to: 'alone', cause: 'breach', evidence: 'x' }),
    ).toContain('Only a person');
    expect(
      journal.refusal({ type: 'change-level', to: 'alone', cause: 'person', evidence: ' ' }),
    ).toContain('no evidence');
  });

  it('can be proved whole, and tells where it is not', () => {
    const events = decided().events;
    const state = foldEvents(events);
    const heads = state?.ledger.trust.heads ?? new Map();
    expect(verifyLog(events, heads, digest)).toEqual([]);
    const altered = events.map((event) =>
      event.type === 'decision-settled' ? { ...event, reason: 'No reason' } : event,
    );
    expect(verifyLog(altered, heads, digest)).toMatchObject([{ position: 2, kind: 'altered' }]);
    const later = events.map((event) =>
      event.type === 'items-routed' ? { ...event, at: event.at + 1 } : event,
    );
    expect(verifyLog(later, heads, digest)).toMatchObject([{ position: 1, kind: 'altered' }]);
    const cut = events.filter(({ type }) => type !== 'decision-settled');
    expect(verifyLog(cut, heads, digest)).toMatchObject([{ position: 2, kind: 'cut-off' }]);
    expect(
      verifyLog([], new Map([['here' as DeviceId, heads.get('here' as DeviceId)]]), digest),
    ).toMatchObject([{ kind: 'cut-off' }]);
  });

  it('lets a batch of decisions be undone, and the log still says that it was made', () => {
    const journal = startJournal();
    journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: '76 of 80' });
    journal.run({ type: 'route-items', items: [routed(1)], basis });
    journal.run({ type: 'undo' });
    expect(journal.state().decisions.size).toBe(0);
    expect(journal.state().level).toBe('correct');
    expect(journal.state().ledger.trust.log.map(({ type }) => type)).toEqual([
      'level-changed',
      'items-routed',
      'undone',
    ]);
    journal.run({ type: 'redo' });
    expect(journal.state().decisions.size).toBe(1);
  });
});
