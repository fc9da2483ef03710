/** The model card: what it says, and that nothing in it can run. */
import { describe, expect, it } from 'vitest';
import type { AnnotatorId } from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import { DEFAULT_ROUTING } from '../../../src/domain/trust/settings.ts';
import { cardHtml, escapeHtml } from '../../../src/rooms/oversight/card/card-html.ts';
import { limitsOf } from '../../../src/rooms/oversight/card/limits.ts';
import { modelCard } from '../../../src/rooms/oversight/card/model-card.ts';
import { cardSections } from '../../../src/rooms/oversight/card/sections.ts';
import type { EvaluationReport, TrustReport } from '../../../workers/api.ts';
import { A, startJournal } from '../domain/make.ts';

const EVIL = `<script>alert("1")</script><img src=x onerror='alert(2)'>`;

function makeCard(name = 'Comments', quality: EvaluationReport['audit'] = null) {
  const journal = startJournal();
  const state = foldEvents(journal.events);
  if (!state) throw new Error('no project');
  const project = { ...state.project, name, guidelines: `Be kind.\n${name}` };
  const evaluation = { audit: quality, macroF1: null, classes: [] };
  return modelCard({
    state: { ...state, project },
    items: 120,
    evaluation: evaluation as unknown as EvaluationReport,
    trust: { after: null, audits: quality?.n ?? 0 } as unknown as TrustReport,
    drift: null,
    slice: null,
    checkpoints: [],
    now: Date.UTC(2026, 10, 28),
  });
}

describe('the model card', () => {
  it('says plainly what is not known', () => {
    const card = makeCard();
    const said = cardSections(card).flatMap(({ lines }) => lines);
    expect(said).toContain('Not measured: no random check was answered.');
    expect(said).toContain('Not looked at in this visit.');
    expect(limitsOf(card)).toEqual([
      'Nothing is known of how often the model is right: do not let it decide.',
    ]);
  });

  it('gives no figure without interval and n, and names classes that nothing is known of', () => {
    const card = makeCard('Comments', { value: 0.9, low: 0.7, high: 0.97, n: 20 });
    const said = cardSections(card).flatMap(({ lines }) => lines);
    expect(said).toContain('Right on random items: 90 % (70 % to 97 %, n = 20).');
    const limits = limitsOf(card).join(' ');
    expect(limits).toMatch(/only 20 random checks/);
    expect(limits).toMatch(/No random check is of: /);
  });

  it('says how probabilities are set right, and what is in force for groups', () => {
    const journal = startJournal();
    const by = 'person-123456' as AnnotatorId;
    const group = { id: 'g1', field: 'region', value: 'north', least: 0.9, by, at: 0 };
    journal.run({
      type: 'change-settings',
      patch: {
        reweighing: { classId: A, field: 'region' },
        routing: { ...DEFAULT_ROUTING, groups: [group] },
        focus: { field: 'region', group: 'south', range: null, share: 0.5, count: 20, from: 0 },
      },
    });
    const state = journal.state();
    const card = modelCard({
      ...{ state, items: 1, drift: null, slice: null, checkpoints: [], now: 0 },
      evaluation: { audit: null, macroF1: null, classes: [] } as unknown as EvaluationReport,
      trust: {
        audits: 80,
        after: { ece: 0.04, brier: 0.1 },
        calibration: { kind: 'vector', scales: [2, 2], shifts: [0, 0] },
      } as unknown as TrustReport,
    });
    expect(card.measures).toMatchObject({
      reweighing: { field: 'region' },
      thresholds: [group],
      steered: { group: 'south', left: 20 },
    });
    const said = cardSections(card).flatMap(({ lines }) => lines);
    expect(said.join(' ')).toMatch(/two numbers for each class/);
    expect(said.join(' ')).toMatch(/more than 90 % sure\. Set by person 123456 on 1970-01-01/);
    expect(said.join(' ')).toMatch(/Half of the next 20 questions/);
  });

  it('as HTML holds no markup but its own, whatever the names are', () => {
    const html = cardHtml(makeCard(EVIL));
    expect(html).not.toMatch(/<script|<img|<a |<link|javascript:/i);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(html).toContain("default-src 'none'");
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]));
    expect([...tags].sort()).toEqual(
      'body h1 h2 head html meta p style table tbody td th thead title tr'.split(' '),
    );
  });

  it('as JSON is read back as it was', () => {
    const card = makeCard(EVIL);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
    expect(card).toMatchObject({ format: 'hone-model-card', project: { name: EVIL, items: 120 } });
  });
});

it('escapes what means something in HTML', () => {
  expect(escapeHtml(`a & b < c > "d" 'e'`)).toBe('a &amp; b &lt; c &gt; &quot;d&quot; &#39;e&#39;');
});
