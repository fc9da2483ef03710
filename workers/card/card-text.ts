/** The card as Markdown: what a person reads who gets the file. */
import type { QualityFigure } from '../../src/domain/records.ts';
import type { Card } from './card.ts';

const NAMES: Readonly<Record<string, string>> = {
  audit: 'drawn at random to measure (never learned)',
  random: 'drawn at random',
  spread: 'spread over the items, at the beginning',
  picked: 'picked by a person',
  group: 'steered by a person to a group of items',
  incoming: 'came in to be decided about, and a person said what it is',
};

export function cardAsMarkdown(card: Card): string {
  const { project, madeAt } = card;
  return [
    `# How this was sampled: ${plain(project.name)}`,
    `Made on ${madeAt.slice(0, 10)} by Hone. The same as data: \`card.json\`.`,
    ...warningPart(card),
    ...answersPart(card),
    ...classPart(card),
    ...qualityPart(card),
    ...settingsPart(card),
    '',
  ].join('\n\n');
}

function warningPart({ warnings }: Card): readonly string[] {
  if (warnings.length === 0) return [];
  return ['## Before you use it', warnings.map(({ text }) => `- ${text}`).join('\n')];
}

function answersPart({ sampling, project }: Card): readonly string[] {
  const { answers, skipped, unsure, decidedByModel, lines, from, to, people } = sampling;
  const when =
    from === null || to === null
      ? ''
      : ` Between ${day(from)} and ${day(to)}, by ${count(people, 'person', 'people')}.`;
  const decided =
    decidedByModel === 0
      ? ''
      : ` The model decided ${count(decidedByModel, 'item', 'items')} that nobody answered: the labels do not have them, the file of decisions does.`;
  const head = `${count(answers, 'item', 'items')} of ${project.items} answered, ${skipped} skipped, ${unsure} marked as not sure.${when}${decided}`;
  const rows = lines.map(
    (line) =>
      `| ${NAMES[line.chosenBy] ?? `asked by the strategy \`${line.chosenBy}\``} | ${line.answers} | ${share(line.answers, answers)} | ${line.isByChance ? 'yes' : 'no'} |`,
  );
  if (rows.length === 0) return ['## Answers', head];
  const table = [
    '| how the item came up | answers | share | by chance, probability recorded |',
    '|---|---|---|---|',
    ...rows,
  ];
  return ['## Answers', head, table.join('\n')];
}

function classPart({ sampling }: Card): readonly string[] {
  const rows = sampling.classes.map(
    ({ name, answers, audits }) => `| ${plain(name)} | ${answers} | ${audits} |`,
  );
  const table = ['| class | answers | of them random checks |', '|---|---|---|', ...rows];
  return ['## Classes', table.join('\n')];
}

function qualityPart({ model, sampling }: Card): readonly string[] {
  const { quality, labels, learnedUpTo } = model;
  const { pairs, same } = sampling.repeats;
  const figure = quality
    ? `Right on random items: ${interval(quality)} (95 % Wilson interval; n = ${quality.n}).`
    : 'Not measured: no random check was answered.';
  const steady = same
    ? `Of ${count(pairs, 'item', 'items')} answered a second time without a word, the same answer: ${interval(same)} (n = ${same.n}).`
    : 'No item was answered a second time.';
  return [
    '## Quality',
    `The model learned ${count(labels, 'label', 'labels')}, up to decision \`${learnedUpTo ?? 'none'}\`. ${figure}`,
    steady,
  ];
}

function settingsPart({ settings, sampling, project }: Card): readonly string[] {
  const lines = [
    `- Strategy now: \`${settings.strategy}\`; random checks: ${Math.round(settings.auditShare * 100)} % of the questions; proposals shown: ${settings.proposal}.`,
    `- Seed of every draw: ${sampling.seed}.`,
    `- Kind of data: ${project.modality}; ${project.mode === 'single' ? 'one class an item' : 'any number of classes an item'}.`,
    `- Imported from: ${project.importedFrom.map(plain).join(', ') || 'nothing'}.`,
  ];
  return ['## Settings', lines.join('\n')];
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const share = (part: number, whole: number): string =>
  `${Math.round((100 * part) / Math.max(1, whole))} %`;

const interval = ({ value, low, high }: Omit<QualityFigure, 'n'>): string =>
  `${Math.round(value * 100)} %, between ${Math.round(low * 100)} and ${Math.round(high * 100)} %`;

/** Names are data: they may neither break the table nor become markup. */
function plain(name: string): string {
  return name.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
