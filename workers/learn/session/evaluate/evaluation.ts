/** The whole evaluation of one moment, in steps of one model each. */
import { scoreClasses } from '../../../../src/domain/evaluation/class-scores.ts';
import { projectGain } from '../../../../src/domain/evaluation/projected-gain.ts';
import { advise } from '../../../../src/domain/evaluation/stopping/advise.ts';
import { returnRule } from '../../../../src/domain/evaluation/stopping/return-rule.ts';
import { proportion } from '../../../../src/domain/evaluation/wilson.ts';
import { createRng, deriveSeed, type Rng } from '../../../../src/domain/math/rng.ts';
import type { QualityFigure } from '../../../../src/domain/records.ts';
import { secondsPerAnswer } from '../../../../src/domain/state.ts';
import type { ClassQuality, CrossValidation, EvaluationReport } from '../../../quality-api.ts';
import type { LearnSession } from '../learn-session.ts';
import { mostAside, readAnswers, rightOf, type Steps } from './aside.ts';
import { compareWithRandom } from './compare-arms.ts';
import { crossValidate, FOLDS, isReadByLearned, LEAST_FOLDED } from './cross-validate.ts';
import { type ReplayedCurve, replayCurve } from './replay-curve.ts';
import { readStopSigns } from './stop-signs.ts';
import { weighChosen } from './weigh-chosen.ts';

/** Answers over which the gain is projected. */
const MORE = 50;

export function* evaluation(session: LearnSession): Steps<EvaluationReport> {
  const { labels, state } = session;
  const rngOf = (part: string): Rng => createRng(deriveSeed(state.project.seed, part));
  const scores = scoreAudit(session, rngOf('scores'));
  yield;
  const replayed = yield* replayCurve(session);
  const gain = projectGain(
    {
      labels: replayed.labels,
      wrong: replayed.right.map((own) => own.map((isRight) => (isRight ? 0 : 1))),
    },
    MORE,
    rngOf('gain'),
  );
  yield;
  const signs = yield* readStopSigns(session);
  const folded = yield* crossValidate(session);
  const weighted = weighChosen(session, folded, rngOf('weighted'));
  const arms = yield* compareWithRandom(session, replayed);
  const { costs } = state.project.settings;
  const worth = returnRule({
    gainHigh: gain.kind === 'gain' ? gain.high : null,
    more: MORE,
    items: labels.candidates.length,
    secondsPerAnswer: secondsPerAnswer(state),
    perHour: costs?.perHour ?? null,
    perError: costs?.perError ?? null,
  });
  const criteria = [...signs, worth];
  return {
    restsOn: state.lastEventId,
    labels: labels.training.length,
    ...scores,
    weighted,
    crossValidation: sayFolded(session, folded),
    curve: toCurve(replayed),
    gain,
    arms,
    stopping: { advice: advise(criteria), criteria },
  };
}

function scoreAudit(
  session: LearnSession,
  rng: Rng,
): Pick<EvaluationReport, 'audit' | 'macroF1' | 'classes'> {
  const { audit, classIds, training } = session.labels;
  const rows = audit.map(({ row }) => row);
  const predicted = readAnswers(session, session.learner.probabilities, rows);
  const truth = audit.map(({ classes }) => classes);
  const scores = scoreClasses({ truth, predicted, classes: classIds.length }, rng);
  const learned = new Int32Array(classIds.length);
  for (const { classes } of training) for (const c of classes) learned[c] = (learned[c] ?? 0) + 1;
  const none = { precision: null, recall: null, f1: null };
  return {
    audit: proportion(rightOf(audit, predicted).filter(Boolean).length, audit.length),
    macroF1: scores.macroF1,
    classes: classIds.map(
      (classId, c): ClassQuality => ({
        classId,
        ...(scores.classes[c] ?? none),
        learned: learned[c] ?? 0,
      }),
    ),
  };
}

function toCurve({ labels, right }: ReplayedCurve): EvaluationReport['curve'] {
  return labels.flatMap((count, k) => {
    const own = right[k] ?? [];
    const figure: QualityFigure | null = proportion(own.filter(Boolean).length, own.length);
    return figure ? [{ labels: count, ...figure }] : [];
  });
}

function sayFolded(session: LearnSession, folded: readonly boolean[] | null): CrossValidation {
  const { training, classIds } = session.labels;
  const labels = training.length;
  const figure = folded && proportion(folded.filter(Boolean).length, folded.length);
  if (figure) return { kind: 'figure', figure, folds: FOLDS };
  if (isReadByLearned(session)) return { kind: 'learned-reading' };
  return labels < LEAST_FOLDED
    ? { kind: 'too-few', labels, needed: LEAST_FOLDED }
    : { kind: 'too-many', labels, most: mostAside(classIds.length) };
}
