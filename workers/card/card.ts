/** The card that goes with every export: how this was sampled, and how far it can be trusted. */
import { describeSampling, type Sampling } from '../../src/domain/evaluation/sampling.ts';
import type { ProjectState } from '../../src/domain/state.ts';
import { TRAINED } from '../../src/modalities/trained/facts.ts';
import type { LearnerStatus } from '../api.ts';
import { type Warning, warningsOf } from './warnings.ts';

export interface Card {
  readonly format: 'hone-card';
  readonly version: 1;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly project: {
    readonly id: string;
    readonly name: string;
    readonly modality: string;
    readonly mode: 'single' | 'multi';
    readonly items: number;
    readonly importedFrom: readonly string[];
    /** Items whose label came with the import. */
    readonly given: number;
  };
  readonly sampling: Sampling;
  readonly settings: {
    readonly strategy: string;
    readonly auditShare: number;
    readonly repeatShare: number | null;
    readonly proposal: string;
  };
  readonly model: {
    /** The newest decision that it has learned, or null. */
    readonly learnedUpTo: string | null;
    readonly labels: number;
    /** Right on the audit answers, with its 95 % Wilson interval and n; null without any. */
    readonly quality: {
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly n: number;
    } | null;
  };
  readonly warnings: readonly Warning[];
}

export interface CardInput {
  readonly state: ProjectState;
  /** What the learner last published, or undefined where it never ran. */
  readonly status: Pick<LearnerStatus, 'learnedUpTo' | 'trainedOn' | 'curve'> | undefined;
  readonly items: number;
  readonly given: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function makeCard({ state, status, items, given, now }: CardInput): Card {
  const { project, imports } = state;
  const { id, name, modality, mode, settings } = project;
  const sampling = describeSampling(state);
  const newest = status?.curve.at(-1);
  const quality = newest
    ? { value: newest.value, low: newest.low, high: newest.high, n: newest.n }
    : null;
  return {
    format: 'hone-card',
    version: 1,
    madeAt: new Date(now).toISOString(),
    project: {
      id,
      name,
      modality,
      mode,
      items,
      importedFrom: [...new Set(imports.map(({ source }) => source))],
      given,
    },
    sampling,
    settings: {
      strategy: settings.strategy,
      auditShare: settings.auditShare,
      repeatShare: settings.repeatShare ?? null,
      proposal: settings.proposal,
    },
    model: {
      learnedUpTo: status?.learnedUpTo ?? null,
      labels: status?.trainedOn ?? 0,
      quality,
    },
    warnings: warningsOf({
      sampling,
      given,
      isReadByLearned: settings.encoder?.startsWith(TRAINED) ?? false,
    }),
  };
}
