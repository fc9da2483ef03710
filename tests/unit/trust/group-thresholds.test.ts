/** Thresholds of groups: who set them, what they change, and that the log keeps them. */
import { describe, expect, it } from 'vitest';
import { verifyLog } from '../../../src/domain/trust/audit-log.ts';
import type { RoutingBasis } from '../../../src/domain/trust/decisions.ts';
import { groupThresholdOf } from '../../../src/domain/trust/group-thresholds.ts';
import { type RouteInput, routeItem } from '../../../src/domain/trust/route-item.ts';
import { DEFAULT_ROUTING, routingOf } from '../../../src/domain/trust/settings.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import { decisionRecords } from '../../../src/rooms/decide/records.ts';
import { standingMeasures } from '../../../src/rooms/oversight/standing-measures.ts';
import { A, B, item, startJournal } from '../domain/make.ts';

const BY_HAND = { kind: 'by-hand', fallback: 0.9, perClass: {} } as const;

function withThresholds() {
  const journal = startJournal();
  journal.run({
    type: 'change-settings',
    patch: { routing: { ...DEFAULT_ROUTING, accept: BY_HAND } },
  });
  journal.run({ type: 'set-group-threshold', field: 'region', value: 'North', least: 0.6 });
  journal.run({ type: 'set-group-threshold', field: 'region', value: 'south', least: 0.99 });
  return journal;
}

const inputFor = (
  region: string,
  probability: number,
  accept: typeof BY_HAND | typeof DEFAULT_ROUTING.accept = BY_HAND,
): RouteInput => ({
  classes: [A],
  probability,
  score: probability,
  all: [
    { classId: A, probability },
    { classId: B, probability: 1 - probability },
  ],
  level: 'correct',
  settings: { ...routingOf(withThresholds().state().project), accept },
  thresholds: { [A]: 0.9, [B]: 0.9 },
  text: '',
  fields: { region },
  isUnlike: false,
  draw: 0.9,
});

describe('a threshold of a group', () => {
  it('says who set it and when, replaces the one before, and can be taken back', () => {
    const journal = withThresholds();
    const groups = routingOf(journal.state().project).groups ?? [];
    expect(groups.map(({ value, least }) => [value, least])).toEqual([
      ['North', 0.6],
      ['south', 0.99],
    ]);
    expect(groups[0]).toMatchObject({ by: expect.any(String), at: expect.any(Number) });
    journal.run({ type: 'set-group-threshold', field: 'region', value: 'north', least: 0.7 });
    expect(routingOf(journal.state().project).groups).toHaveLength(2);
    journal.run({ type: 'undo' });
    expect(
      groupThresholdOf(routingOf(journal.state().project).groups ?? [], { region: 'north' }),
    ).toEqual(groups[0]);
    journal.run({ type: 'set-group-threshold', field: 'region', value: 'south', least: null });
    expect(routingOf(journal.state().project).groups).toEqual([groups[0]]);
  });

  it('refuses what is no share, and a group without a name', () => {
    const journal = startJournal();
    const wrong = { type: 'set-group-threshold', field: 'region', value: 'x', least: 1.5 } as const;
    expect(() => journal.run(wrong)).toThrow(/between 0 and 100 %/);
    expect(() => journal.run({ ...wrong, value: ' ' })).toThrow(/a column and a value/);
  });

  it('stands in place of the others where thresholds are set by hand', () => {
    expect(routeItem(inputFor('north', 0.7))).toMatchObject({
      route: 'accept',
      reason: { kind: 'confident', groupId: expect.any(String) },
    });
    expect(routeItem(inputFor('NORTH ', 0.55)).reason).toEqual({ kind: 'unsure' });
    expect(routeItem(inputFor('south', 0.95))).toMatchObject({
      route: 'review',
      reason: { kind: 'group' },
    });
    expect(routeItem(inputFor('east', 0.95))).toEqual({
      route: 'accept',
      reason: { kind: 'confident' },
    });
    expect(routeItem(inputFor('east', 0.7)).route).toBe('review');
  });

  it('can only be stricter than a promise', () => {
    const { accept } = DEFAULT_ROUTING;
    expect(routeItem(inputFor('north', 0.7, accept)).reason).toEqual({ kind: 'unsure' });
    expect(routeItem(inputFor('south', 0.95, accept)).reason.kind).toBe('group');
    expect(routeItem(inputFor('south', 0.995, accept)).route).toBe('accept');
  });

  it('goes into the decision log with who set it, sealed by its hash', () => {
    const journal = withThresholds();
    const { groups = [] } = routingOf(journal.state().project);
    const [north] = groups;
    if (!north) throw new Error('no group');
    const basis: RoutingBasis = {
      ...{ model: null, checkpoint: null, level: 'correct', thresholds: { [A]: 0.9 } },
      ...{ promise: null, audits: 80, calibration: { kind: 'identity' }, groups },
    };
    journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: '76 of 80' });
    const reason = { kind: 'confident', groupId: north.id } as const;
    journal.run({
      type: 'route-items',
      items: [{ itemId: item(1), classes: [A], probability: 0.7, route: 'accept', reason }],
      basis,
    });
    journal.run({ type: 'set-group-threshold', field: 'region', value: 'North', least: null });
    const [record] = decisionRecords(journal.state());
    expect(record).toMatchObject({ score: 0.7, probability: 0.7 });
    expect(record?.ground).toBe('sure enough for its group (region is North: more than 60 % sure)');
    const entry = journal.events.find(({ type }) => type === 'items-routed');
    expect(entry).toMatchObject({ basis: { groups: [{ by: north.by }, {}] } });
    const forged = journal.events.map((event) =>
      event.type === 'items-routed' ? { ...event, basis: { ...event.basis, groups: [] } } : event,
    );
    expect(verifyLog(journal.events, new Map(), digest)).toEqual([]);
    expect(verifyLog(forged, new Map(), digest)).toHaveLength(1);
  });

  it('is told as standing until it ends', () => {
    const journal = withThresholds();
    const measures = standingMeasures(journal.state(), String);
    expect(measures.map(({ words }) => words)).toEqual([
      expect.stringMatching(
        /^Where region is North, the model decides only .* 60 % sure\. Set by person/,
      ),
      expect.stringMatching(/^Where region is south/),
    ]);
    for (const { end } of measures) journal.run(end);
    expect(standingMeasures(journal.state(), String)).toEqual([]);
  });
});
