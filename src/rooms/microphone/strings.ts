/** What the room of the microphone says. One place, so that another language is another file. */

import { door } from './door.ts';
import type { Phase } from './microphone.ts';

const phases: Readonly<Record<Exclude<Phase, 'on' | 'off' | 'asking'>, string>> = {
  refused:
    'The browser does not let Hone use the microphone. Allow it in the settings of this page, then press Listen.',
  missing: 'There is no microphone. Connect one, then press Listen.',
  gone: 'The microphone is gone. What was heard before is still here: keep it now, or connect the microphone and press Listen.',
  failed: 'The microphone could not be started. Perhaps another program uses it.',
};

export const strings = {
  ...door,
  heading: (name: string) => `Microphone: ${name}`,
  intro:
    'While Hone listens it remembers the last minute, and nothing more. A key keeps what was just heard.',
  leadDecide: 'What you keep now is for the model to decide about.',
  toDecide: 'Done: to the decisions',
  listen: 'Listen',
  stop: 'Stop listening',
  asking: 'Asking for the microphone …',
  phases,
  level: 'Level',
  tooLoud: 'Too loud: the loudest parts are cut.',
  length: 'How much is kept',
  seconds: (count: number) => (count === 1 ? 'the last second' : `the last ${count} seconds`),
  heard: (count: number) => `${count} s heard`,
  stillUnsaved: (count: number) =>
    `${count === 1 ? 'One sound of before is' : `${count} sounds of before are`} not saved yet. Make room, then try again.`,
  keep: 'Keep it',
  keepAs: (name: string) => `Keep it as ${name}`,
  labelHint: 'A class keeps and labels in one press.',
  trimFirst: 'Trim before saving',
  trimTitle: 'Trim, then save',
  trimFrom: 'Begins at',
  trimTo: 'Ends at',
  save: 'Save',
  letGo: 'Let it go',
  play: 'Play',
  pause: 'Pause',
  take: (seconds: string) => `What was heard, ${seconds} s`,
  keptTitle: 'Kept',
  saved: (count: number) => (count === 1 ? '1 sound is saved.' : `${count} sounds are saved.`),
  nothingHeard: 'Nothing was heard yet: press Listen first.',
  notOpen: 'Nothing waits to be trimmed.',
  tryAgain: 'Try again',
  notSaved: (reason: string) => `It is not saved yet, and still here: ${reason}`,
  notLabelled: (reason: string) => `The sound is saved, but not labelled: ${reason}`,
} as const;
