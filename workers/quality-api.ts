/** Types of the call about quality: what the model is worth, and what more answers would bring. Types only. */
import type { ArmsCompared } from '../src/domain/evaluation/labels-saved.ts';
import type { GainRefusal, ProjectedGain } from '../src/domain/evaluation/projected-gain.ts';
import type { Advice } from '../src/domain/evaluation/stopping/advise.ts';
import type { Criterion } from '../src/domain/evaluation/stopping/criterion.ts';
import type { ClassId, EventId, QualityFigure } from '../src/domain/records.ts';
import type { Outcome } from './api.ts';

export type { ArmsCompared, Criterion, GainRefusal, ProjectedGain };

export interface EvaluationReport {
  /** The newest event that it knows. */
  readonly restsOn: EventId;
  /** Answers and given labels that the model learned from. */
  readonly labels: number;
  /** Right on the audit answers (multi-label: the whole set); null without any. */
  readonly audit: QualityFigure | null;
  readonly macroF1: QualityFigure | null;
  /** In the order of the project; of the audit answers. */
  readonly classes: readonly ClassQuality[];
  readonly weighted: WeightedEstimate;
  readonly crossValidation: CrossValidation;
  /** Earlier models of these answers and the present one, each on all audit answers, ascending by labels. */
  readonly curve: readonly (QualityFigure & { readonly labels: number })[];
  readonly gain: ProjectedGain | GainRefusal;
  readonly arms: ArmsCompared | ArmsRefusal;
  readonly stopping: { readonly advice: Advice; readonly criteria: readonly Criterion[] };
}

export interface ClassQuality {
  readonly classId: ClassId;
  readonly precision: QualityFigure | null;
  readonly recall: QualityFigure | null;
  readonly f1: QualityFigure | null;
  /** Answers learned of this class. */
  readonly learned: number;
}

/** Importance-weighted: only from questions drawn by chance with a recorded probability. */
export type WeightedEstimate =
  | { readonly kind: 'figure'; readonly figure: QualityFigure }
  | { readonly kind: 'too-few'; readonly draws: number; readonly needed: number }
  | { readonly kind: 'too-many'; readonly labels: number; readonly most: number }
  | LearnedReading;

/** A network that reads the items learned from these very answers: leaving some out again is too late. */
export interface LearnedReading {
  readonly kind: 'learned-reading';
}

/** Of the learned answers, in folds. Biased by how they were chosen. */
export type CrossValidation =
  | { readonly kind: 'figure'; readonly figure: QualityFigure; readonly folds: number }
  | { readonly kind: 'too-few'; readonly labels: number; readonly needed: number }
  /** Folds of so many labels would hold up who labels. */
  | { readonly kind: 'too-many'; readonly labels: number; readonly most: number }
  | LearnedReading;

export type ArmsRefusal =
  | { readonly kind: 'too-few'; readonly audits: number; readonly needed: number }
  | { readonly kind: 'too-many'; readonly audits: number; readonly most: number };

export interface QualityApi {
  /**
   * Computed in small steps between answers, and kept until something changes. Fails as `cancelled`
   * when something is decided meanwhile: who still wants to know asks again.
   */
  evaluate(): Promise<Outcome<EvaluationReport>>;
}
