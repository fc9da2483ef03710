/** What a person decides about routing: part of the project's settings. */
import type { ClassId, Project } from '../records.ts';
import { resolveClass } from '../selectors.ts';
import type { Route } from './decisions.ts';
import type { GroupThreshold } from './group-thresholds.ts';
import type { Promised } from './promise.ts';

export interface RoutingRule {
  readonly id: string;
  /** Name of an imported field or column; null = the text or name of the item itself. */
  readonly field: string | null;
  readonly test: 'contains' | 'equals' | 'above' | 'below';
  readonly value: string;
  readonly route: Extract<Route, 'review' | 'escalate'>;
}

export interface RoutingSettings {
  /** Thresholds from a promise, or by hand (least probability by class; `fallback` for the others). */
  readonly accept:
    | ({ readonly kind: 'promise' } & Promised)
    | {
        readonly kind: 'by-hand';
        readonly fallback: number;
        readonly perClass: Readonly<Record<string, number>>;
      };
  /** Below this probability an expert decides, in [0, 1]. */
  readonly escalateBelow: number;
  /** Classes that only an expert decides, wherever the model thinks them possible enough. */
  readonly stakes: readonly ClassId[];
  /** How possible is enough. */
  readonly stakesFrom: number;
  readonly rules: readonly RoutingRule[];
  /**
   * Thresholds of their own for groups of items; absent = none. By hand they stand in place of the
   * others, under a promise beside them: it was not tested with milder ones.
   */
  readonly groups?: readonly GroupThreshold[];
  /** Share of what would be accepted that goes to people all the same, 0 to 0.5. */
  readonly spotCheckShare: number;
}

export const DEFAULT_ROUTING: RoutingSettings = {
  accept: { kind: 'promise', mostWrong: 0.05, certainty: 0.95 },
  escalateBelow: 0.4,
  stakes: [],
  stakesFrom: 0.2,
  rules: [],
  spotCheckShare: 0.05,
};

/**
 * The settings as they hold for the classes of now: what was said of a class counts for the one it was
 * merged into. Of two thresholds for one class the more careful one holds.
 */
export function routingOf(project: Pick<Project, 'classes' | 'settings'>): RoutingSettings {
  const routing = project.settings.routing ?? DEFAULT_ROUTING;
  const stakes = [...new Set(routing.stakes.map((id) => resolveClass(project, id)))];
  if (routing.accept.kind === 'promise') return { ...routing, stakes };
  const perClass: Record<string, number> = {};
  for (const [id, least] of Object.entries(routing.accept.perClass)) {
    const own = resolveClass(project, id as ClassId);
    perClass[own] = Math.max(perClass[own] ?? 0, least);
  }
  return { ...routing, stakes, accept: { ...routing.accept, perClass } };
}

/** What is wrong with these settings, in plain words, or null. */
export function routingProblem(routing: RoutingSettings): string | null {
  const { accept, escalateBelow, stakesFrom, spotCheckShare, groups = [] } = routing;
  if (!(spotCheckShare >= 0 && spotCheckShare <= 0.5))
    return `Spot checks may take 0 to 50 % of the accepted items, not ${spotCheckShare * 100} %.`;
  if (!isShare(escalateBelow) || !isShare(stakesFrom))
    return `The probabilities for an expert must lie between 0 and 100 %, not ${escalateBelow * 100} % and ${stakesFrom * 100} %.`;
  const odd = groups.find(({ least }) => !isShare(least));
  if (odd)
    return `A threshold must lie between 0 and 100 %, not ${odd.least * 100} % for ${odd.value}.`;
  if (accept.kind === 'promise') {
    const { mostWrong, certainty } = accept;
    if (!(mostWrong >= 0.001 && mostWrong <= 0.5))
      return `A promise allows 0.1 to 50 % wrong, not ${mostWrong * 100} %.`;
    if (!(certainty >= 0.5 && certainty <= 0.999))
      return `The certainty of a promise lies between 50 and 99.9 %, not ${certainty * 100} %.`;
    return null;
  }
  const wrong = [accept.fallback, ...Object.values(accept.perClass)].find((one) => !isShare(one));
  return wrong === undefined
    ? null
    : `A threshold must lie between 0 and 100 %, not ${wrong * 100} %.`;
}

const isShare = (value: number): boolean => value >= 0 && value <= 1;
