/**
 * How the answers of a project came about: who chose the items, by what, when, and with what seed.
 * Whoever uses the labels later needs it: answers chosen by a model are no sample of the data (Lowell
 * et al. 2019), and rates computed from them are wrong.
 */
import type { ClassId, QualityFigure } from '../records.ts';
import { activeClasses, type ItemLabel, type ProjectState } from '../state.ts';
import { countDecided } from '../trust/incoming.ts';
import { selfAgreement } from './self-agreement.ts';

export interface SamplingLine {
  /** Id of the query strategy, `audit`, `spread` or `picked`. */
  readonly chosenBy: string;
  /** Standing answers. */
  readonly answers: number;
  /** True when every one was drawn by chance with its probability recorded. */
  readonly isByChance: boolean;
}

export interface ClassLine {
  readonly classId: ClassId;
  readonly name: string;
  readonly answers: number;
  /** Of those, drawn at random to measure. */
  readonly audits: number;
}

export interface Sampling {
  readonly answers: number;
  readonly audits: number;
  readonly skipped: number;
  readonly unsure: number;
  /** Items that the model decided and nobody answered: they are no labels, and are not among them. */
  readonly decidedByModel: number;
  readonly lines: readonly SamplingLine[];
  readonly classes: readonly ClassLine[];
  /** Answers given while the model's proposal was on show. */
  readonly proposedFirst: number;
  readonly repeats: { readonly pairs: number; readonly same: QualityFigure | null };
  /** Milliseconds since the epoch of the first and the newest standing answer; null without any. */
  readonly from: number | null;
  readonly to: number | null;
  readonly people: number;
  readonly seed: number;
}

export function describeSampling(state: ProjectState): Sampling {
  const labels = [...state.labels.values()];
  const answers = labels.filter(({ kind }) => kind === 'answered');
  const { share, pairs } = selfAgreement(state);
  const times = answers.map(({ at }) => at);
  const edge = (pick: (a: number, b: number) => number): number | null =>
    times.length === 0 ? null : times.reduce((a, b) => pick(a, b));
  return {
    answers: answers.length,
    audits: answers.filter(({ audit }) => audit).length,
    skipped: labels.filter(({ kind }) => kind === 'skipped').length,
    unsure: labels.filter(({ kind }) => kind === 'unsure').length,
    decidedByModel: countDecided(state),
    lines: linesOf(answers),
    classes: activeClasses(state.project).map(({ id, name }) => {
      const own = answers.filter(({ classes }) => classes.includes(id));
      const audits = own.filter(({ audit }) => audit).length;
      return { classId: id, name, answers: own.length, audits };
    }),
    proposedFirst: answers.filter(({ proposal }) => proposal?.shown === 'before').length,
    repeats: { pairs: pairs.length, same: share },
    from: edge(Math.min),
    to: edge(Math.max),
    people: new Set(answers.map(({ by }) => by)).size,
    seed: state.project.seed,
  };
}

/** Most frequent first. */
function linesOf(answers: readonly ItemLabel[]): readonly SamplingLine[] {
  const lines = new Map<string, { answers: number; isByChance: boolean }>();
  for (const { question } of answers) {
    const chosenBy = question ? (question.audit ? 'audit' : question.strategy) : 'picked';
    const line = lines.get(chosenBy) ?? { answers: 0, isByChance: true };
    line.answers += 1;
    line.isByChance &&= question !== null && question.probability < 1;
    lines.set(chosenBy, line);
  }
  return [...lines]
    .map(([chosenBy, line]) => ({ chosenBy, ...line }))
    .sort((a, b) => b.answers - a.answers || (a.chosenBy < b.chosenBy ? -1 : 1));
}
