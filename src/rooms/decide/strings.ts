/** What the room of decisions says. One place, so that another language is another file. */
import type { DelegationLevel, RouteReason } from '../../domain/trust/decisions.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

const items = (count: number): string => formatPlural(count, 'item', 'items');

export const strings = {
  ...door,
  lead: 'New items come in; the model decides what it may, and the rest comes to you. Every decision is kept with its grounds, can be overridden, and teaches when it was wrong.',

  arrivals: {
    title: 'What comes in',
    level: {
      demonstrate: 'Level: you decide every item and see no proposal.',
      verify: 'Level: the model proposes, you decide every item.',
      correct: 'Level: the model decides what it is sure enough of, and you correct.',
      alone: 'Level: the model decides alone within the promise.',
    } satisfies Record<DelegationLevel, string>,
    change: 'Change what it may decide',
    bring: 'Bring new items',
    waiting: (count: number) =>
      `${items(count)} came in and ${count === 1 ? 'waits' : 'wait'} for a decision.`,
    none: 'Nothing waits for a decision.',
    decide: 'Decide now',
    decided: (accept: number, review: number, escalate: number) =>
      `${formatCount(accept)} decided, ${formatCount(review)} for you, ${formatCount(escalate)} for an expert.`,
    untaught: 'The model has learned nothing yet. Answer some questions first.',
    failed: (message: string) => `Nothing was decided: ${message}`,
    undo: 'Undo',
    paste: 'Paste or type new texts, one a line',
    add: 'Take them in',
    capture: {
      image: 'Camera',
      sound: 'Microphone',
    },
    noCapture: 'The camera and the microphone bring in pictures and sounds alone.',
    drop: 'Drop new files here, or choose some',
    otherKind: 'These files are of another kind than the items of this project.',
    noContent:
      'It is not clear which column holds the item. Use “Bring new items”, where you can say so.',
    notTaken: (message: string) => `Nothing came in: ${message}`,
    watch: 'Watch a folder',
    watching: (name: string) =>
      `Watching “${name}” while this room is open: what comes in is decided about at once.`,
    stopWatching: 'Stop watching',
    folderLost: (message: string) => `The folder can no longer be read: ${message}`,
    noFolders: 'This browser cannot watch a folder; drop files instead.',
    added: (added: number, known: number) =>
      known === 0
        ? `${items(added)} came in.`
        : `${items(added)} came in, ${formatCount(known)} were here already.`,
  },

  lists: {
    title: 'Decisions',
    which: 'Which',
    names: {
      review: 'For you',
      escalate: 'For an expert',
      accept: 'By the model',
      settled: 'Settled',
    },
    counted: (name: string, count: number) => `${name} (${formatCount(count)})`,
    empty: {
      review: 'Nothing waits for you.',
      escalate: 'Nothing waits for an expert.',
      accept: 'The model has decided nothing by itself.',
      settled: 'No decision has been settled yet.',
    },
    list: 'Items',
    loading: 'Loading …',
    gone: 'This item is not on this device.',
    answer: (names: string, probability: string) => `${names} (${probability})`,
    nothing: 'no class',
    said: (names: string) => `you said ${names}`,
    open: 'Answer',
    openOf: (title: string) => `Answer: ${title}`,
    override: 'Override',
    overrideOf: (title: string) => `Override: ${title}`,
    why: 'Why?',
    whyOf: (title: string) => `Why? ${title}`,
    work: (count: number) => `Answer all ${formatCount(count)}`,
  },

  groupOf: (field: string, value: string, least: string) =>
    `${field} is ${value}: more than ${least} sure`,
  sureForGroup: (group: string) => `sure enough for its group (${group})`,
  unsureForGroup: (group: string) => `not sure enough for its group (${group})`,
  reason: (
    reason: Exclude<RouteReason, { kind: 'group' }>,
    nameOf: (id: string) => string,
    ruleOf: (id: string) => string,
  ) => {
    switch (reason.kind) {
      case 'confident':
        return 'sure enough for its threshold';
      case 'spot-check':
        return 'drawn as a spot check';
      case 'unsure':
        return 'not sure enough';
      case 'very-unsure':
        return 'far from sure';
      case 'stakes':
        return `${nameOf(reason.classId)} is possible, and that is for an expert`;
      case 'rule':
        return `your rule: ${ruleOf(reason.ruleId)}`;
      case 'unlike':
        return 'unlike anything the project knows';
      case 'unread':
        return 'the model cannot read it';
      case 'level':
        return 'at this level you decide every item';
    }
  },
  ruleGone: 'since removed',

  settle: {
    title: 'Your decision',
    proposal: (names: string, probability: string) =>
      `The model would say ${names} (${probability}).`,
    decided: (names: string, probability: string) =>
      `The model decided: ${names} (${probability}).`,
    unread: 'The model cannot read this item, so it has no answer.',
    blind: 'You answer without seeing what the model thinks.',
    left: (count: number) =>
      count === 0 ? 'The last one.' : `${formatCount(count)} more after this one.`,
    reason: 'Why was the model wrong? (optional)',
    reasons: [
      'It misses the context',
      'It goes by the wrong words',
      'A case of a new kind',
      'The classes are unclear',
    ],
    own: 'In your own words',
    close: 'Close',
    save: 'Save',
    saveNone: 'Save: no class',
    noneChosen: 'Choose at least one class, or say that none fits.',
    saved: 'Saved; the model learns from it.',
    classes: 'Classes',
    undo: 'Undo',
  },

  breach: {
    words: (wrong: number, n: number, promised: string) =>
      `The promise is broken: ${formatCount(wrong)} of ${formatPlural(n, 'spot check', 'spot checks')} were wrong, promised were at most ${promised}. The model may decide less from now on.`,
    evidence: (wrong: number, n: number, promised: string) =>
      `${wrong} of ${n} spot checks wrong, at most ${promised} promised`,
  },

  checks: {
    none: 'No spot checks yet under this promise.',
    label: 'Right in spot checks',
  },

  log: {
    title: 'Decision log',
    words: (entries: number) =>
      `${formatPlural(entries, 'entry', 'entries')}, each tied to the one before by a hash. Nothing in it is ever changed; what is undone stays written, and so does that it was undone.`,
    verify: 'Verify',
    sound: (entries: number) =>
      `All ${formatPlural(entries, 'entry is', 'entries are')} as written; none is missing.`,
    unread: (message: string) => `The log could not be read: ${message}`,
    broken: (position: number, kind: string) =>
      `The log is not what was written: entry ${formatCount(position + 1)} ${kind}.`,
    kinds: {
      altered: 'was altered',
      missing: 'is missing',
      'out-of-place': 'is not where it belongs',
      'cut-off': 'and what follows is missing',
      unlogged: 'was taken back, or brought again, without an entry of its own',
    },
    search: 'Search the log',
    kindsOf: {
      all: 'All',
      'items-routed': 'Decisions',
      'decision-settled': 'By people',
      'level-changed': 'Levels',
      undone: 'Taken back',
      redone: 'Brought again',
    },
    show: 'Show',
    records: 'Save the records (JSON)',
    csv: 'Save the decisions (CSV)',
    file: (name: string, kind: 'json' | 'csv') => `${name}-decisions.${kind}`,
    flipped: {
      undone: (said: string) => `Taken back: ${said}`,
      redone: (said: string) => `Brought again: ${said}`,
    },
    routed: (accept: number, rest: number, threshold: string) =>
      `Decided ${items(accept)}, left ${formatCount(rest)} to people. ${threshold}`,
    promised: (mostWrong: string, certainty: string) =>
      `Promise: at most ${mostWrong} wrong, ${certainty} certain.`,
    byHand: 'Thresholds by hand.',
    settled: (from: string, to: string, reason: string) =>
      `${from} → ${to}${reason === '' ? '' : `: ${reason}`}`,
    kept: (names: string) => `${names}, as the model said`,
    level: (from: string, to: string, evidence: string) => `Level ${from} → ${to}. ${evidence}`,
    levels: {
      demonstrate: 'you show',
      verify: 'it proposes',
      correct: 'it decides, you correct',
      alone: 'it decides alone',
    } satisfies Record<DelegationLevel, string>,
    undone: 'undone',
    more: 'Show more',
    empty: 'Nothing in the log matches.',
  },
} as const;
