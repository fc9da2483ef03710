/** The card in words, part by part: the page and the HTML file are written from the same parts. Pure. */
import { percent } from '../../../ui/percent.ts';
import { sayFigure, sayRate, sayThreshold } from '../say.ts';
import { strings } from '../strings.ts';
import { limitsOf } from './limits.ts';
import type { ModelCard } from './model-card.ts';

export interface CardSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

const { card: words } = strings;
const ID_CHARACTERS = 6;

export function cardSections(card: ModelCard): readonly CardSection[] {
  return [
    dataSection(card),
    classSection(card),
    { title: words.guidelines, lines: guidelineLines(card) },
    peopleSection(card),
    askedSection(card),
    qualitySection(card),
    calibrationSection(card),
    promiseSection(card),
    groupSection(card),
    measureSection(card),
    driftSection(card),
    lineageSection(card),
    { title: words.limits, lines: limitsOf(card) },
  ];
}

function dataSection({ project, imports }: ModelCard): CardSection {
  const { items, modality, mode } = project;
  return {
    title: words.data,
    lines: [
      words.dataLine(items, modality, mode === 'multi'),
      ...imports.map(({ source, added, isToDecide }) =>
        words.importLine(source, added, isToDecide),
      ),
    ],
  };
}

function classSection({ classes }: ModelCard): CardSection {
  const rows = classes.map((one) => [
    one.name,
    one.description,
    String(one.answers),
    String(one.audits),
    sayFigure(one.precision),
    sayFigure(one.recall),
    sayFigure(one.f1),
  ]);
  return { title: words.classes, lines: [], table: { head: words.classHead, rows } };
}

function guidelineLines({ project }: ModelCard): readonly string[] {
  const lines = project.guidelines.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 0 ? [words.noGuidelines] : lines;
}

function peopleSection({ people }: ModelCard): CardSection {
  if (people.length === 0) return { title: words.people, lines: [words.noAnswers] };
  const rows = people.map(({ id, answers }) => [
    words.person(id.slice(-ID_CHARACTERS)),
    String(answers),
  ]);
  return { title: words.people, lines: [], table: { head: words.personHead, rows } };
}

function askedSection({ sampling }: ModelCard): CardSection {
  const { lines, answers, decidedByModel } = sampling;
  const decided = decidedByModel > 0 ? [words.decidedByModel(decidedByModel)] : [];
  if (lines.length === 0) return { title: words.asked, lines: [words.noAnswers, ...decided] };
  const rows = lines.map((line) => [
    words.chosenBy[line.chosenBy] ?? words.strategy(line.chosenBy),
    String(line.answers),
    percent(line.answers / Math.max(1, answers)),
  ]);
  return { title: words.asked, lines: decided, table: { head: words.askedHead, rows } };
}

function qualitySection({ quality, sampling }: ModelCard): CardSection {
  const { accuracy, macroF1 } = quality;
  const { same } = sampling.repeats;
  return {
    title: words.quality,
    lines: [
      accuracy ? words.accuracy(sayFigure(accuracy)) : words.unmeasured,
      ...(macroF1 ? [words.macroF1(sayFigure(macroF1))] : []),
      ...(same ? [words.self(sayFigure(same))] : []),
    ],
  };
}

function calibrationSection({ calibration }: ModelCard): CardSection {
  const line = calibration
    ? words.calibrated(calibration.ece.toFixed(2), calibration.brier.toFixed(2), calibration.audits)
    : words.uncalibrated;
  const how = calibration ? [words.kinds[calibration.kind]] : [];
  return { title: words.calibration, lines: [...how, line] };
}

function promiseSection({ promise, level }: ModelCard): CardSection {
  const { glance } = strings;
  const lines: string[] = [glance.levels[level]];
  if (promise.kind === 'none') lines.push(glance.noPromise);
  else {
    const { mostWrong, certainty } = promise.promised;
    lines.push(glance.promised(percent(mostWrong), percent(certainty)));
    if (promise.kind === 'unchecked') lines.push(glance.unchecked);
    else lines.push(`${glance[promise.kind]} ${sayFigure(promise.wrong)}.`);
  }
  return { title: words.promise, lines };
}

function groupSection({ slice }: ModelCard): CardSection {
  if (!slice) return { title: strings.fairness.groups, lines: [words.noGroups] };
  const rows = slice.report.groups.map((one) => [
    one.group,
    String(one.n),
    sayRate(one.selection),
    sayRate(one.truePositive),
    sayRate(one.falsePositive),
    sayRate(one.accuracy),
  ]);
  const lines = slice.report.gaps.flatMap((gap) => {
    const name = strings.fairness.measures[gap.measure];
    if (gap.kind === 'too-few') return [`${name}: ${strings.fairness.gapFew}.`];
    const verdict = gap.isReal ? strings.fairness.realWord : strings.fairness.noiseWord;
    return [`${name}: ${verdict}.`];
  });
  const title = words.groups(slice.field, slice.className);
  return { title, lines, table: { head: words.groupHead, rows } };
}

function measureSection({ measures }: ModelCard): CardSection {
  const { fairness } = strings;
  const { reweighing, thresholds, steered } = measures;
  const lines = [
    ...(reweighing ? [fairness.standsReweighed(reweighing.field, reweighing.className)] : []),
    ...thresholds.map(sayThreshold),
    ...(steered ? [fairness.standsSteered(steered.field, steered.group, steered.left)] : []),
  ];
  return { title: words.measures, lines: lines.length === 0 ? [words.noMeasures] : lines };
}

function driftSection({ drift }: ModelCard): CardSection {
  if (!drift) return { title: words.drift, lines: [words.driftUnseen] };
  const changed = drift.tests.filter(({ isChanged }) => isChanged).length;
  const verdict = drift.isAlarm ? words.driftAlarm(changed) : words.driftCalm;
  return { title: words.drift, lines: [verdict, words.driftSizes(...drift.n)] };
}

function lineageSection({ lineage }: ModelCard): CardSection {
  if (lineage.length === 0) return { title: words.lineage, lines: [words.noLineage] };
  const rows = lineage.map((one) => [
    one.name,
    one.createdAt.slice(0, 10),
    one.parent ?? strings.none,
    String(one.labels),
    sayFigure(one.accuracy),
  ]);
  return { title: words.lineage, lines: [], table: { head: words.lineageHead, rows } };
}
