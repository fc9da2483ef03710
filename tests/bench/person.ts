/**
 * A simulated person for data in pairs (an item and a human's minimal edit that flips its label).
 * Optimistic: this person knows which words the editor took away, marks only words that over all
 * pairs speak for the item's class, and never errs.
 */

import type { Command } from '../../src/domain/commands/index.ts';
import { contentTitle } from '../../src/domain/content.ts';
import type { ClassId, ItemId } from '../../src/domain/records.ts';
import { tokenise } from '../../src/modalities/text/tokens.ts';
import type { Counterfactual, LearnApi, Outcome } from '../../workers/api.ts';
import type { FeedbackMode } from './args.ts';
import type { BenchRow } from './data.ts';

export interface PersonInput {
  readonly mode: FeedbackMode;
  readonly row: BenchRow;
  readonly itemId: ItemId;
  readonly classOf: (name: string) => ClassId;
  readonly call: <R>(run: (api: LearnApi) => Promise<R>) => Promise<R>;
}

export interface Person {
  acts(input: PersonInput): Promise<readonly Command[]>;
}

const IRRELEVANT_WORDS = 3;
/** How clearly a word must speak for a class over all pairs: about 1 standard error. */
const CLEAR = 1;

export function createPerson(pool: readonly BenchRow[]): Person {
  const leaning = leaningsOf(pool);
  return {
    async acts(input) {
      const { mode, row } = input;
      if (mode === 'none' || !row.edited) return [];
      if (mode === 'edits') return [edit(input, row.edited)];
      if (mode === 'judged') return judge(input, leaning);
      if (mode === 'irrelevant') return markIrrelevant(input, row.edited.text);
      const count = mode === 'words1' ? 1 : 3;
      return removedWords(row, leaning)
        .slice(0, count)
        .map((term) => mark(input, term, 'for'));
    },
  };
}

/** (n_word,class - n_word,others) / sqrt(n_word), over all members of all pairs. */
type Leaning = (word: string, label: string) => number;

function leaningsOf(pool: readonly BenchRow[]): Leaning {
  const counts = new Map<string, Map<string, number>>();
  for (const row of pool) {
    for (const { text, label } of [row, ...(row.edited ? [row.edited] : [])]) {
      for (const word of new Set(tokenise(text))) {
        const own = counts.get(word) ?? new Map<string, number>();
        counts.set(word, own.set(label, (own.get(label) ?? 0) + 1));
      }
    }
  }
  return (word, label) => {
    const own = counts.get(word) ?? new Map<string, number>();
    const all = [...own.values()].reduce((sum, n) => sum + n, 0);
    const here = own.get(label) ?? 0;
    return all === 0 ? 0 : (2 * here - all) / Math.sqrt(all);
  };
}

/** Words the editor took away that speak for the item's class, clearest first. */
function removedWords({ text, label, edited }: BenchRow, leaning: Leaning): readonly string[] {
  const kept = new Set(tokenise(edited?.text ?? ''));
  return [...new Set(tokenise(text))]
    .filter((word) => !kept.has(word) && leaning(word, label) > CLEAR)
    .sort((a, b) => leaning(b, label) - leaning(a, label) || (a < b ? -1 : 1));
}

function mark({ row, itemId, classOf }: PersonInput, term: string, stance: 'for' | 'irrelevant') {
  return {
    type: 'mark-feature',
    feature: { kind: 'term', term },
    stance,
    classId: stance === 'for' ? classOf(row.label) : null,
    strength: 'hint',
    itemId,
    asked: false,
  } as const;
}

function edit({ itemId, classOf }: PersonInput, copy: { text: string; label: string }) {
  return {
    type: 'save-edit',
    itemId,
    content: { kind: 'text', text: copy.text },
    stance: 'flips',
    classes: [classOf(copy.label)],
    durationMs: 240_000,
  } as const;
}

/** Of the words that the editor left in place, those the model leans on most. */
async function markIrrelevant(input: PersonInput, copy: string): Promise<readonly Command[]> {
  const { itemId, call } = input;
  const { parts } = unwrap(await call((api) => api.explain({ itemId })));
  const kept = new Set(tokenise(copy));
  const strength = new Map<string, number>();
  for (const { feature, named } of parts) {
    if (feature.kind !== 'term' || !kept.has(feature.term)) continue;
    const spread = Math.max(...named) - Math.min(...named);
    strength.set(feature.term, (strength.get(feature.term) ?? 0) + spread);
  }
  return [...strength]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, IRRELEVANT_WORDS)
    .map(([term]) => mark(input, term, 'irrelevant'));
}

/** One yes or no to the model's first proposal that the pair's words decide. */
async function judge(input: PersonInput, leaning: Leaning): Promise<readonly Command[]> {
  const { itemId, call, row, classOf } = input;
  const target = null;
  const report = unwrap(await call((api) => api.counterfactuals({ itemId, target, count: 3 })));
  const own = classOf(row.label);
  const asked = report.question ? [report.question] : [];
  for (const proposal of [...report.found, ...asked]) {
    // The model may be wrong about the item itself; then it is the label that teaches.
    if (!proposal.before.classes.includes(own)) continue;
    const verdict = verdictOf(proposal, { row, leaning });
    if (!verdict) continue;
    const { content, changes, before, to } = proposal;
    return [
      {
        type: 'judge-counterfactual',
        itemId,
        content,
        changes: changes.map(({ removed, put }) => ({ removed, put: put === '' ? null : put })),
        from: before.classes,
        to,
        verdict,
        model: null,
        durationMs: 8_000,
      },
    ];
  }
  return [];
}

interface Known {
  readonly row: BenchRow;
  readonly leaning: Leaning;
}

/** Share of what decides that must be gone for a yes. */
const MOST = 1 / 2;

/**
 * The words that the editor took away decide, each as clearly as it speaks for the class over all
 * pairs: with most of that gone it flips, else it stays. Of an item without such words this person
 * says nothing.
 */
function verdictOf({ content }: Counterfactual, known: Known): 'flips' | 'stays' | null {
  const { row, leaning } = known;
  const decisive = removedWords(row, leaning);
  if (decisive.length === 0) return null;
  const left = new Set(tokenise(contentTitle(content)));
  const weigh = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + leaning(word, row.label), 0);
  const gone = decisive.filter((word) => !left.has(word));
  return weigh(gone) >= MOST * weigh(decisive) ? 'flips' : 'stays';
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.error.message);
}
