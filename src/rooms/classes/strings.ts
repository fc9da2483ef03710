import type { NetworkKind, NetworkOffer } from '../../../workers/api.ts';
import { formatCount, formatPlural, formatShare } from '../shared/format-number.ts';
import { formatMoment } from '../shared/format-time.ts';

const kinds: Readonly<Record<NetworkKind, string>> = {
  dense: 'plain network',
  convolution: 'network that scans for patterns',
};

/** A network that learns from the answers. */
const learned = {
  kinds,
  titles: {
    dense: 'Plain network',
    convolution: 'Network that scans for patterns',
  } satisfies Record<NetworkKind, string>,
  own: 'Hone’s own way',
  lead: 'A small network can learn from your answers how to read the items. It is compared with Hone’s own way, and you decide. With few answers it usually loses; where small patterns tell, it can win.',
  leadAgain:
    'Trained again, it learns from all answers there are now, and is compared with Hone’s own way again.',
  train: 'Learn a network from my answers',
  again: (more: number) =>
    more === 0
      ? 'Train again'
      : `${formatPlural(more, 'more answer', 'more answers')} since: train again`,
  needs: (least: number, now: number) =>
    `Possible from ${formatCount(least)} learned answers on; there are ${formatCount(now)}.`,
  training: 'Learning and comparing; you can go on labelling',
  stop: 'Stop learning',
  offer: 'The comparison',
  summary: ({ own, choices, answers, advice }: NetworkOffer) => {
    const figures = [`own way ${formatShare(own.folded.value)}`].concat(
      choices.map(({ kind, folded }) => `${kinds[kind]} ${formatShare(folded.value)}`),
    );
    const isAhead = choices.some(({ folded }) => folded.value > own.folded.value);
    const keep = `keep Hone’s own way${isAhead ? ', for so small a lead may be chance' : ''}`;
    const say = advice === null ? keep : `take the ${kinds[advice]}`;
    return `Right: ${figures.join(', ')} (n = ${formatCount(answers)}). Advice: ${say}.`;
  },
  compared: (answers: number, folds: number) =>
    `On ${formatPlural(answers, 'answer', 'answers')}, each judged by what had not learned it (${formatCount(folds)} parts in turn, equal items together). These questions were chosen, so the figures compare; they do not foretell. A network is advised only when it leads by more than chance explains.`,
  folded: 'Right on answers left out',
  audit: 'Right on random checks',
  auditNone: 'There are too few random checks to compare on: 20 are needed.',
  duel: (wins: number, losses: number) =>
    `Right where Hone’s own way is wrong: ${formatCount(wins)}. Wrong where it is right: ${formatCount(losses)}.`,
  keep: 'Leave it as it is',
  take: (name: string) => `Read all items by the ${name}`,
  by: (name: string, answers: number, at: number) =>
    `By a ${name} that learned from ${formatPlural(answers, 'answer', 'answers')} on ${formatMoment(at)}.`,
  scores: (network: number, own: number, n: number) =>
    `Right on answers left out, then: ${formatShare(network)}, Hone’s own way ${formatShare(own)} (n = ${formatCount(n)}).`,
  changed: (count: number) =>
    `${formatPlural(count, 'answer', 'answers')} it learned from changed or taken back since. It keeps what it learned from them until it is trained again.`,
  fair: 'It does not change by itself. New answers teach the model on top of it, as ever.',
  gone: (message: string) => `What is known of this network cannot be read: ${message}`,
};

export const strings = {
  title: 'Classes and guidelines',
  short: 'Classes',
  needsProject: 'Open a project first: classes belong to a project.',
  lead: 'What an answer can be, and what everybody should mean by it.',

  tabs: { classes: 'Classes', guidelines: 'Guidelines', settings: 'Settings' },
  tabsLabel: 'Parts of this room',

  list: {
    title: 'Classes',
    add: 'Add a class',
    active: 'In use',
    retired: 'Retired',
    retiredHint: 'No longer offered or learned. Their answers are kept and can come back.',
    merged: (into: string) => `counts as ${into}`,
    none: 'No class is in use',
    noneHint: 'Add a class, or restore a retired one, so that there is something to answer.',
    count: (count: number) => formatPlural(count, 'answer', 'answers'),
    noKey: 'no key',
    edit: (name: string) => `Edit ${name}`,
    editShort: 'Edit',
    examples: (good: number, bad: number) =>
      [
        good > 0 ? formatPlural(good, 'good example', 'good examples') : '',
        bad > 0 ? formatPlural(bad, 'bad example', 'bad examples') : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    good: 'This class',
    bad: 'Not this class',
    menu: (name: string) => `More for ${name}`,
    merge: 'Merge into another class',
    retire: 'Retire',
    restore: 'Restore',
  },

  edit: {
    title: (name: string) => `Edit ${name}`,
    addTitle: 'Add a class',
    name: 'Name',
    colour: 'Colour and shape',
    key: 'Key',
    keyHint: 'The one key that answers with this class.',
    description: 'Description',
    descriptionHint: 'One or two sentences that settle most cases.',
    good: 'Good examples, one per line',
    goodHint: 'What clearly is this class.',
    bad: 'Bad examples, one per line',
    badHint: 'What one could take for this class, but is not.',
    save: 'Save',
    add: 'Add',
    cancel: 'Cancel',
  },

  merge: {
    title: (name: string) => `Merge ${name} into another class`,
    into: 'Into',
    choose: 'Choose a class',
    what: (from: string, into: string, count: number) =>
      `Every answer "${from}" (${formatCount(count)} so far) counts as "${into}" from now on, and "${from}" is no longer offered. The answers themselves are kept as given, so this can be undone.`,
    pick: 'Choose the class that stays.',
    go: 'Merge',
    cancel: 'Cancel',
    alone: 'There is no other class in use to merge into.',
  },

  said: {
    added: (name: string) => `Added ${name}.`,
    changed: (name: string) => `Changed ${name}.`,
    merged: (from: string, into: string) => `${from} now counts as ${into}.`,
    retired: (name: string) => `Retired ${name}. Its answers are kept.`,
    restored: (name: string) => `${name} is in use again.`,
    guidelines: 'Guidelines saved.',
    settings: 'Setting saved.',
    renamed: (name: string) => `The project is now called ${name}.`,
  },

  guidelines: {
    title: 'Guidelines',
    hint: 'Markdown. Shown beside the items on request.',
    write: 'Write',
    preview: 'As it will look',
    empty: 'Nothing written yet. What should somebody know who labels here for the first time?',
    save: 'Save guidelines',
    revert: 'Discard changes',
    unsaved: 'Not saved yet',
    saved: 'Saved',
  },

  settings: {
    name: 'Project name',
    rename: 'Rename',
    proposal: 'When the model shows its proposal',
    proposalHint:
      'Seen first, a proposal pulls your answer towards it; seen after, it is a second opinion.',
    proposalChoices: {
      before: {
        label: 'At once',
        hint: 'Fastest; you will agree with it more often than you should.',
      },
      after: { label: 'After my answer', hint: 'Your own judgement first. Recommended.' },
      never: { label: 'Never', hint: 'For measuring people or models without any influence.' },
    },
    audit: 'Random checks',
    auditHint: (share: number) =>
      share === 0
        ? 'Off: nothing can be said about how often the model is right. Questions the model chose are the hard ones and would make it look worse, or better, than it is.'
        : `About one question in ${formatCount(Math.round(1 / share))} is drawn at random and not learned from. It costs that share of your answers, and buys every quality figure you see.`,
    auditValue: (share: number) => formatShare(share),
    repeats: 'Silent repeats',
    repeatsHint: (share: number) =>
      share === 0
        ? 'Off: nothing can be said about how steady your own answers are.'
        : `About one question in ${formatCount(Math.round(1 / share))} is an item you answered before, without a word. It changes no label and teaches nothing; it shows how far you agree with yourself.`,
    budget: {
      title: 'Budget',
      kind: 'How much labelling is agreed',
      kinds: {
        none: 'As much as I like',
        answers: 'A number of answers',
        minutes: 'Minutes of work',
        money: 'An amount of money',
      },
      amount: 'How many',
      amountMoney: 'How much',
      hint: 'When it is used up, no more questions are put until you say “go on”. Nothing is locked.',
      needsPrice: 'Say below what an hour costs, then a budget in money can be chosen.',
      notNumber: 'Write a number above 0.',
    },
    costs: {
      title: 'What things cost',
      perHour: 'An hour of labelling',
      perHourHint: 'Empty = not known. Tells what an answer costs.',
      perError: 'One item the finished model gets wrong',
      perErrorHint:
        'Empty = not known. With both, Hone can say when an answer costs more than it brings.',
      currency: 'Currency',
      currencyHint: 'Such as EUR; may stay empty.',
      notNumber: 'Write a number, 0 or more, or leave it empty.',
    },
    strategy: 'How questions are chosen',
    strategyNow: (label: string) => `Now: ${label}`,
    strategyFamilies: {
      automatic: { title: 'By itself', hint: 'Changes its ways as answers come in.' },
      uncertainty: { title: 'By the model’s own doubt', hint: 'Quick, and hard to beat.' },
      committee: {
        title: 'By versions of the model that disagree',
        hint: 'Versions of the model that all fit your answers are compared.',
      },
      outcome: { title: 'By what an answer would do', hint: 'Looks one answer ahead.' },
      spread: {
        title: 'By how the items lie',
        hint: 'Typical, rare or new kinds of items, whatever the model says.',
      },
      checking: { title: 'By answers that may be wrong', hint: 'Asks again where it pays.' },
      random: { title: 'By chance', hint: 'The yardstick for all others.' },
    },
    encoder: {
      title: 'How pictures are read',
      own: 'By patches learned from your own pictures, on this device.',
      rowsTitle: 'How rows are read',
      ownRows: 'By each column on its own, and by curves through all of them together.',
      learned,
      network: (name: string, size: string) => `By a network you brought: ${name}, ${size}.`,
      licence: (text: string) => `Licence: ${text}`,
      noLicence: 'Its files name no licence. Look it up before you share what it taught.',
      hash: (start: string) => `Checked by its SHA-256, which begins with ${start}.`,
      bring: 'Use a network of yours',
      another: 'Use another network',
      backToOwn: 'Back to Hone’s own',
      how: 'Any TensorFlow.js model that takes pictures (MobileNet and the like): choose its model.json together with its weight files. It is kept in this project and used offline; no label changes. The files come from your disk, or from an address beside Hone itself; Hone sends no request to any other server.',
      drop: 'Drop model.json and its .bin files here, or choose them',
      chosen: (names: readonly string[]) => `Chosen: ${names.join(', ')}`,
      address: {
        field: 'Or its address beside Hone',
        hint: 'For who hosts Hone with a model: models/mobilenet/model.json, say. Fetched once, kept for offline.',
        noAddress: (text: string) =>
          `“${text}” is no address. Good would be: models/mobilenet/model.json`,
        elsewhere: (host: string, own: string) =>
          `${host} is another server. Hone sends requests to ${own} alone, so that nothing of yours can leave this device. Download model.json and its .bin files from there and drop them here, or put them beside Hone.`,
        unreachable: (name: string) =>
          `${name} could not be fetched: the network is off, or the address leads away from this server.`,
        status: (name: string, status: number) =>
          `${name} could not be fetched: the server answered ${status}${status === 404 ? ', there is no such file' : ''}.`,
        noModel: (name: string) =>
          `${name} is no model.json: what the server sent is no JSON. Is the address right?`,
        tooLarge: (megabytes: number) =>
          `The network is larger than ${megabytes} MB, more than a tablet can hold.`,
      },
      expected: 'The SHA-256 it should have',
      expectedHint:
        'May stay empty. Of model.json and its weight files, one after the other: cat model.json *.bin | sha256sum',
      otherHash: (found: string) =>
        `The files are not the expected ones: their SHA-256 is ${found}. Nothing was stored.`,
      scale: 'Its pixels go from',
      scaleHint: 'The page you got it from says so. MobileNet: 0 to 1, or −1 to 1.',
      scales: { '0..1': '0 to 1', '-1..1': '−1 to 1', '0..255': '0 to 255' },
      licenceField: 'Its licence',
      licenceHint: 'Kept and shown with it. Left empty, what the files say is taken.',
      use: 'Read all pictures by it',
      storing: 'Checking and storing …',
    },
    columns: {
      title: 'Columns',
      hint: 'What each column is. A change reads the rows anew; no label is touched. Proposals leave a locked column as it is.',
      typeOf: (name: string) => `What the values of ${name} are`,
      lock: 'Locked',
      lockOf: (name: string) => `Lock ${name} in proposals`,
    },
    rest: 'Remind me to rest',
    restAfter: 'After minutes of unbroken work',
    fields: 'Extra fields shown beside the item',
    fieldsNone: 'The imported items have no extra fields.',
    fieldsLoading: 'Looking for extra fields',
  },
};
