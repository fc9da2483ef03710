import type { FetchProblem } from '../../../workers/api.ts';
import { formatCount, formatPlural, formatShare } from '../shared/format-number.ts';
import { door } from './door.ts';
import { learned } from './learned-strings.ts';

type ProblemWords = {
  readonly [K in FetchProblem['kind']]: (problem: Extract<FetchProblem, { kind: K }>) => string;
};

export const strings = {
  title: 'Classes and guidelines',
  ...door,
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
      how: 'Any TensorFlow.js model that takes pictures (MobileNet and the like): its model.json together with its weight files. It is kept in this project and used offline; no label changes. The files come from your disk, or once from an address that you give.',
      drop: 'Drop model.json and its .bin files here, or choose them',
      chosen: (names: readonly string[]) => `Chosen: ${names.join(', ')}`,
      address: {
        field: 'Or the address of its model.json',
        hint: 'On any server by https, or beside Hone (models/mobilenet/model.json, say). Fetched once, kept for offline.',
        consent: (host: string) =>
          `${host} will see that you ask for it: the address of your connection, the kind of browser, and where Hone runs. Nothing of yours is sent: no item, no answer, no name, no cookie.`,
        ask: (host: string) => `Ask ${host} for it`,
        askOwn: 'Ask this server for it',
        looking: (host: string) => `Asking ${host} for model.json`,
        plan: (host: string, count: number, size: string) =>
          `Next come ${formatPlural(count, 'weight file', 'weight files')}, ${size} in all, and a file named LICENSE if there is one: all from ${host}, and from nowhere else.`,
        fetch: (size: string) => `Fetch ${size}`,
        fetching: (got: string, all: string) => `${got} of ${all} fetched`,
        cancel: 'Cancel',
        here: (host: string, size: string) => `All of it has come from ${host}: ${size}.`,
        problems: {
          'no-address': ({ text }) =>
            `“${text}” is no address that can be asked. Good would be: https://example.org/mobilenet/model.json`,
          'not-safe': ({ host }) =>
            `${host} was not asked: what does not come by https can be changed on its way. Give an address that begins with https://, or download model.json and its .bin files and drop them here.`,
          elsewhere: ({ host, own }) =>
            `A weight file of this model lies on ${host}, another server than ${own}, which you agreed to. ${host} was not asked. Download the files and drop them here.`,
          unreachable: ({ name, host }) =>
            `${name} did not come. Either the network is off, or there is no ${host}, or ${host} lets no other page read its files (that is its choice; browsers do not say which). Download model.json and its .bin files in the browser and drop them here.`,
          'sends-on': ({ name, host }) =>
            `${host} sends whoever asks for ${name} on to another address, which you did not agree to. Open it in the browser, and give the address where it ends.`,
          status: ({ name, status }) =>
            `${name} did not come: the server answered ${status}${status === 404 ? ', there is no such file' : ''}.`,
          silent: ({ name, seconds }) =>
            `${name} did not come: the server has said nothing for ${seconds} seconds. Try again, or download the files and drop them here.`,
          cut: ({ name }) => `${name} was cut off on its way. Try again.`,
          'no-model': ({ name }) =>
            `${name} is no TensorFlow.js model: what the server sent names no layers and weight files. Is the address right?`,
          'too-large': ({ megabytes }) =>
            `It is larger than ${megabytes} MB, more than a tablet can hold.`,
          'too-long': ({ name }) =>
            `${name} is longer than the model says. It is another file, or of another model; nothing was kept.`,
        } satisfies ProblemWords,
      },
      source: (url: string) => `Fetched once from ${url}.`,
      filesHash: (hash: string) => `SHA-256 of its files: ${hash}`,
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
