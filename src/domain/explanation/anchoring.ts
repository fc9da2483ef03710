/**
 * The anchoring meter: how much more often people agree with the model when its proposal stood
 * there first than when they answered blind. Audit draws are left out, since they are easier
 * questions; what remains was chosen alike.
 */
import { sameClasses } from '../classes.ts';
import { proportion } from '../evaluation/wilson.ts';
import type { QualityFigure } from '../records.ts';
import type { ProjectState } from '../state.ts';

export interface Anchoring {
  readonly shownFirst: QualityFigure | null;
  readonly blind: QualityFigure | null;
  /** Difference of the two shares, with the 95 % interval of Newcombe (1998, method 10); null without both. */
  readonly gap: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export function measureAnchoring(state: ProjectState): Anchoring {
  const shown = { n: 0, agreed: 0 };
  const blind = { n: 0, agreed: 0 };
  for (const { kind, audit, proposal, classes } of state.labels.values()) {
    if (kind !== 'answered' || audit || !proposal) continue;
    const tally = proposal.shown === 'before' ? shown : blind;
    tally.n += 1;
    if (sameClasses(classes, proposal.classes)) tally.agreed += 1;
  }
  const shownFirst = proportion(shown.agreed, shown.n);
  const blindFigure = proportion(blind.agreed, blind.n);
  return { shownFirst, blind: blindFigure, gap: gapOf(shownFirst, blindFigure) };
}

function gapOf(a: QualityFigure | null, b: QualityFigure | null): Anchoring['gap'] {
  if (!a || !b) return null;
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
