import { formatCount, formatPlural, formatShare } from '../shared/format-number.ts';
import { door } from './door.ts';

export const strings = {
  ...door,
  lead: 'The model as it is now, and every version that was kept.',

  live: {
    title: 'Now',
    trained: (answers: number) => `Learned from ${formatPlural(answers, 'answer', 'answers')}.`,
    untrained: 'Nothing learned yet. It starts once two classes are known.',
    pool: (items: number) => `${formatPlural(items, 'item', 'items')} without a label.`,
    speed: (ms: number) => `Last answer learned in ${formatCount(Math.max(1, Math.round(ms)))} ms.`,
    where: (backend: string, adapter: string) =>
      adapter === '' ? `Computed on ${backend}.` : `Computed on ${backend} (${adapter}).`,
    memory: (bytes: string, items: number) =>
      `Holds ${bytes} in memory for ${formatPlural(items, 'item', 'items')}.`,
    phase: {
      opening: 'Opening the project',
      encoding: 'Reading the items',
      learning: 'Learning',
      ready: 'Up to date',
      following: 'Another tab is learning; this one follows it.',
      failed: 'The model has stopped',
    },
    restart: 'Start the model again',
    quality: 'Right on random checks',
    notMeasured: 'Not measured yet. Quality comes from the questions drawn at random.',
    save: 'Save this version',
  },

  curve: {
    title: 'Quality as you answer',
    x: 'answers learned from',
    y: 'share right',
    series: 'right on random checks',
    empty: 'The curve starts with the first random check.',
  },

  save: {
    title: 'Save this version of the model',
    name: 'Name',
    hint: 'So that you know it again: what was special about it?',
    defaultName: (answers: number) => `After ${formatPlural(answers, 'answer', 'answers')}`,
    go: 'Save',
    cancel: 'Cancel',
    done: (name: string) => `Saved as ${name}.`,
  },

  list: {
    title: 'Kept versions',
    loading: 'Reading the kept versions',
    none: 'No version is kept yet',
    noneHint: 'Hone keeps one every so often by itself, and whenever you ask.',
    failed: 'The kept versions could not be read',
    retry: 'Try again',
    reason: {
      automatic: 'kept by itself',
      asked: 'saved by you',
      rollback: 'kept at a roll-back',
    },
    answers: (count: number) => formatPlural(count, 'answer', 'answers'),
    parent: (name: string) => `grew out of ${name}`,
    noParent: 'the first of its line',
    lostParent: 'grew out of a version that is deleted',
    event: 'learned up to decision',
    nothing: 'none',
    macroF1: 'Macro F1',
    macroF1Value: (value: number, audits: number) =>
      `${value.toFixed(2)} (from ${formatPlural(audits, 'random check', 'random checks')})`,
    backend: 'computed on',
    encoder: 'reads with',
    size: 'size',
    hash: 'SHA-256',
    details: 'Details',
    current: 'the model now comes from this one',
    quality: 'Right on random checks',
    notMeasured: 'not measured',
    menu: (name: string) => `More for ${name}`,
  },

  menu: {
    rename: 'Rename',
    rollBack: 'Roll back to this',
    exportTfjs: 'Export for TensorFlow.js',
    exportJson: 'Export as plain JSON',
    remove: 'Delete',
  },

  rename: { title: 'Rename this version', label: 'Name', go: 'Rename', cancel: 'Cancel' },

  remove: {
    title: (name: string) => `Delete ${name}?`,
    what: (size: string) =>
      `The stored weights (${size}) go; answers stay. What the model learned can be learned again from the answers, but this exact version cannot be exported or compared any more.`,
    go: 'Delete',
    cancel: 'Keep it',
    done: (name: string) => `Deleted ${name}.`,
  },

  rollBack: {
    title: (name: string) => `Roll back to ${name}?`,
    what: (setAside: number) =>
      setAside === 0
        ? 'No answer was given since, so the model stays the same.'
        : `${formatPlural(setAside, 'answer', 'answers')} given since then will be set aside by the model. Nothing is lost: the answers stay, they are exported as before, and undo brings them back into the model.`,
    go: 'Roll back',
    cancel: 'Cancel',
    done: (name: string) => `The model is back at ${name}.`,
  },

  compare: {
    title: 'Compare two versions',
    a: 'First',
    b: 'Second',
    go: 'Compare',
    working: 'Comparing',
    tooFew: 'Comparing takes two kept versions.',
    same: 'Choose two different versions.',
    failed: 'They could not be compared',
    differing: (differing: number, pool: number) =>
      `They disagree on ${formatCount(differing)} of ${formatPlural(pool, 'item', 'items')}${pool > 0 ? ` (${formatShare(differing / pool)})` : ''}.`,
    agree: 'They give the same answer for every item.',
    quality: 'Both on the same random checks',
    notMeasured: (name: string) => `${name}: not measured yet.`,
    examples: 'Items on which they disagree',
    item: 'Item',
    says: (probability: number) => formatShare(probability),
    gone: 'This item is no longer stored.',
    nothing: 'no class',
  },

  export: {
    done: (name: string, size: string) => `Saved ${name} (${size}).`,
    failed: (message: string) => `Not exported: ${message}`,
    fileName: (project: string, version: string, kind: 'json' | 'tfjs', ending: string) =>
      `${project}-${version}${kind === 'tfjs' ? '-tfjs' : ''}.${ending}`,
    live: 'now',
    how: 'How to use an exported model elsewhere',
    contents:
      'An export is one ZIP: the weights, the vocabulary that turns a text into numbers, a small module that predicts from both, and an example script. Unpack it and run the example with Node 20 or later.',
    plain: 'Plain JSON, without any library',
    plainRun: 'node example.mjs "a text to judge" "another one"',
    tfjs: 'TensorFlow.js LayersModel',
    tfjsRun: 'npm install @tensorflow/tfjs\nnode example.mjs "a text to judge" "another one"',
  },
};
