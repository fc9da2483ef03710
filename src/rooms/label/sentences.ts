/** What the model means, in sentences a person reads. Pure. */

import type { LearnerStatus, Proposal, QuestionReason } from '../../../workers/api.ts';
import { sameClasses } from '../../domain/classes.ts';
import type { ClassDefinition, ClassId } from '../../domain/records.ts';
import { percent } from '../../ui/percent.ts';
import { formatCount } from '../shared/format-number.ts';
import { strings } from './strings.ts';

export type NameOf = (id: ClassId) => string;

export function createNameOf(classes: readonly ClassDefinition[]): NameOf {
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '?';
}

export function namesOf(classes: readonly ClassId[], nameOf: NameOf): string {
  return classes.length === 0 ? strings.proposalNone : classes.map(nameOf).join(', ');
}

export function sayWhy(why: QuestionReason | null, nameOf: NameOf): string {
  if (!why) return strings.why.picked;
  switch (why.kind) {
    case 'uncertain':
      return sayBetween(why.between, nameOf);
    case 'changes-model':
      return strings.why.changesModel(sayBetween(why.between, nameOf));
    case 'disagree':
      return sayVotes(why, nameOf);
    case 'reduces-error':
      return strings.why.tells(why.compared, why.items);
    case 'typical':
      return why.unsure ? strings.why.unsureTypical : strings.why.typical;
    case 'represents':
      return strings.why.represents(sayBetween(why.between, nameOf));
    case 'chance':
      return strings.why.chance(why.random, why.random + why.chosen, why.fought);
    case 'rare':
      return strings.why.rare(nameOf(why.classId), why.found);
    case 'group':
      return strings.why.group(why.field, why.group, why.left);
    default:
      return strings.why[why.kind];
  }
}

type Between = Extract<QuestionReason, { readonly between: unknown }>['between'];

function sayBetween([first, second]: Between, nameOf: NameOf): string {
  if (!first) return strings.why.random;
  const a = nameOf(first.classId);
  if (!second) return strings.why.doubts(a, percent(first.probability));
  return strings.why.wavers(
    a,
    percent(first.probability),
    nameOf(second.classId),
    percent(second.probability),
  );
}

function sayVotes(
  { members, votes, low, high }: Extract<QuestionReason, { readonly kind: 'disagree' }>,
  nameOf: NameOf,
): string {
  const [first, ...others] = votes;
  if (!first) return strings.why.random;
  const name = nameOf(first.classId);
  // Where they are of one mind, its name would be a hint before the answer.
  if (first.count === members) return strings.why.alike(members, percent(low), percent(high));
  if (first.count === 0) return strings.why.alike(members, percent(1 - high), percent(1 - low));
  if (others.length === 0) return strings.why.votesFor(first.count, members, name);
  const rest = others.map(({ count, classId }) => `${count} ${nameOf(classId)}`).join(', ');
  return strings.why.votes(first.count, members, name, rest);
}

export function sayProposal(proposal: Proposal, nameOf: NameOf): string {
  return strings.proposal(namesOf(proposal.classes, nameOf), percent(proposal.probability));
}

export function sayLearner(status: LearnerStatus): string {
  const { phase, trainedOn, learnMs } = status;
  if (phase !== 'ready') return status.message ?? strings.learner[phase];
  if (trainedOn === 0) return strings.learner.untaught;
  const figures = Math.max(1, Math.round(learnMs ?? 0)).toString();
  const ready = strings.learner.ready(trainedOn, figures);
  return status.message ? `${status.message} ${ready}` : ready;
}

/** What of a project too large for memory is looked at, and how far the rest is; null = all of it is. */
export function sayScoring({ scoring }: Pick<LearnerStatus, 'scoring'>): string | null {
  if (!scoring) return null;
  const { rows, total, scored } = scoring;
  const sample = strings.learner.sample(formatCount(rows), formatCount(total));
  if (scored === 0) return sample;
  const share = percent(scored / total);
  const rest =
    scored < total
      ? strings.learner.scoring(share, formatCount(total))
      : strings.learner.scored(formatCount(total));
  return `${sample} ${rest}`;
}

export interface LastDecision {
  readonly kind: 'answered' | 'skipped' | 'unsure';
  readonly classes: readonly ClassId[];
  /** The model's view as it was when the item was asked; null when it had none or keeps it to itself. */
  readonly proposal: Proposal | null;
}

export function sayLast({ kind, classes, proposal }: LastDecision, nameOf: NameOf): string {
  if (kind !== 'answered') return strings.lastAnswer[kind];
  const said = strings.lastAnswer.said(namesOf(classes, nameOf));
  if (!proposal) return said;
  const probability = percent(proposal.probability);
  const isSame = sameClasses(classes, proposal.classes);
  const model = isSame
    ? strings.lastAnswer.modelAgreed(probability)
    : strings.lastAnswer.modelDiffered(namesOf(proposal.classes, nameOf), probability);
  return `${said} ${model}`;
}
