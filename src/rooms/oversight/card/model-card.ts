/** What the model card says, as data: the JSON file, and what the page is written from. Pure. */
import type { DriftReport, EvaluationReport, TrustReport } from '../../../../workers/api.ts';
import { describeSampling, type Sampling } from '../../../domain/evaluation/sampling.ts';
import { focusLeft } from '../../../domain/focus.ts';
import type { Checkpoint, ClassId, QualityFigure } from '../../../domain/records.ts';
import { activeClasses, type ProjectState, progress } from '../../../domain/state.ts';
import type { CalibrationKind } from '../../../domain/trust/calibration/map.ts';
import type { DelegationLevel } from '../../../domain/trust/decisions.ts';
import type { GroupThreshold } from '../../../domain/trust/group-thresholds.ts';
import { type PromiseState, promiseState } from '../promise-state.ts';
import type { ChosenSlice } from '../props.ts';

export interface ModelCard {
  readonly format: 'hone-model-card';
  readonly version: 1;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly project: {
    readonly name: string;
    readonly modality: string;
    readonly mode: 'single' | 'multi';
    readonly items: number;
    readonly guidelines: string;
  };
  readonly imports: readonly {
    readonly source: string;
    readonly added: number;
    readonly isToDecide: boolean;
  }[];
  readonly classes: readonly CardClass[];
  /** By the random id of each person's device, most answers first. */
  readonly people: readonly { readonly id: string; readonly answers: number }[];
  readonly sampling: Sampling;
  readonly quality: {
    readonly audits: number;
    readonly accuracy: QualityFigure | null;
    readonly macroF1: QualityFigure | null;
  };
  readonly calibration: {
    readonly audits: number;
    /** Which map makes the probabilities hold. */
    readonly kind: CalibrationKind;
    readonly ece: number;
    readonly brier: number;
  } | null;
  readonly level: DelegationLevel;
  readonly promise: PromiseState;
  /** What is in force for groups of items; thresholds with who set them. */
  readonly measures: {
    readonly reweighing: { readonly field: string; readonly className: string } | null;
    readonly thresholds: readonly GroupThreshold[];
    readonly steered: {
      readonly field: string;
      readonly group: string;
      readonly left: number;
    } | null;
  };
  /** Null where it was not looked at. */
  readonly drift: Pick<DriftReport, 'n' | 'isAlarm' | 'tests'> | null;
  readonly slice: (Pick<ChosenSlice, 'field' | 'report'> & { readonly className: string }) | null;
  readonly lineage: readonly {
    readonly name: string;
    readonly createdAt: string;
    readonly parent: string | null;
    readonly labels: number;
    readonly accuracy: QualityFigure | null;
    /** Hex SHA-256 of the weights. */
    readonly hash: string;
  }[];
}

export interface CardClass {
  readonly name: string;
  readonly description: string;
  readonly answers: number;
  readonly audits: number;
  readonly precision: QualityFigure | null;
  readonly recall: QualityFigure | null;
  readonly f1: QualityFigure | null;
}

export interface CardSource {
  readonly state: ProjectState;
  readonly items: number;
  readonly evaluation: EvaluationReport;
  readonly trust: TrustReport;
  readonly drift: DriftReport | null;
  readonly slice: ChosenSlice | null;
  readonly checkpoints: readonly Checkpoint[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function modelCard(source: CardSource): ModelCard {
  const { state, items, evaluation, trust, drift } = source;
  const { name, modality, mode, guidelines } = state.project;
  const sampling = describeSampling(state);
  return {
    format: 'hone-model-card',
    version: 1,
    madeAt: new Date(source.now).toISOString(),
    project: { name, modality, mode, items, guidelines },
    imports: state.imports.map((one) => ({
      source: one.source,
      added: one.added,
      isToDecide: one.purpose === 'decide',
    })),
    classes: classesOf(state, sampling, evaluation),
    people: peopleOf(state),
    sampling,
    quality: {
      audits: evaluation.audit?.n ?? 0,
      accuracy: evaluation.audit,
      macroF1: evaluation.macroF1,
    },
    calibration: trust.after && {
      audits: trust.audits,
      kind: trust.calibration.kind,
      ece: trust.after.ece,
      brier: trust.after.brier,
    },
    level: state.level,
    promise: promiseState(state),
    measures: measuresOf(state),
    drift: drift && { n: drift.n, isAlarm: drift.isAlarm, tests: drift.tests },
    slice: sliceOf(source),
    lineage: lineageOf(source),
  };
}

function classesOf(
  { project }: ProjectState,
  sampling: Sampling,
  { classes }: EvaluationReport,
): readonly CardClass[] {
  return activeClasses(project).map(({ id, name, description }) => {
    const line = sampling.classes.find(({ classId }) => classId === id);
    const own = classes.find(({ classId }) => classId === id);
    return {
      name,
      description,
      answers: line?.answers ?? 0,
      audits: line?.audits ?? 0,
      precision: own?.precision ?? null,
      recall: own?.recall ?? null,
      f1: own?.f1 ?? null,
    };
  });
}

function peopleOf({ labels }: ProjectState): ModelCard['people'] {
  const counts = new Map<string, number>();
  for (const { kind, by } of labels.values())
    if (kind === 'answered') counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts]
    .map(([id, answers]) => ({ id, answers }))
    .sort((a, b) => b.answers - a.answers);
}

function measuresOf(state: ProjectState): ModelCard['measures'] {
  const { reweighing, routing, focus } = state.project.settings;
  const left = focus ? focusLeft(focus, progress(state).decisions) : 0;
  const nameOf = (id: ClassId): string =>
    state.project.classes.find((one) => one.id === id)?.name ?? '?';
  return {
    reweighing: reweighing
      ? { field: reweighing.field, className: nameOf(reweighing.classId) }
      : null,
    thresholds: routing?.groups ?? [],
    steered: focus && left > 0 ? { field: focus.field, group: focus.group, left } : null,
  };
}

function sliceOf({ slice, state }: CardSource): ModelCard['slice'] {
  if (!slice) return null;
  const className = state.project.classes.find(({ id }) => id === slice.classId)?.name ?? '?';
  return { field: slice.field, className, report: slice.report };
}

function lineageOf({ checkpoints, state }: CardSource): ModelCard['lineage'] {
  const nameOf = (one: Checkpoint): string => state.checkpointNames.get(one.id) ?? one.name;
  return checkpoints
    .filter(({ id }) => !state.deletedCheckpoints.has(id))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((one) => {
      const parent = checkpoints.find(({ id }) => id === one.parent);
      return {
        name: nameOf(one),
        createdAt: new Date(one.createdAt).toISOString(),
        parent: parent ? nameOf(parent) : null,
        labels: one.labels,
        accuracy: one.metrics.accuracy,
        hash: one.hash,
      };
    });
}
