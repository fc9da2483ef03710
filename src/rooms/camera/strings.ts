/** What the camera room says. One place, so that another language is another file. */
import { door } from './door.ts';

export const strings = {
  ...door,
  lead: 'Each picture is on the disk of this device before you hear the shutter.',
  leadDecide:
    'What you take now is for the model to decide about. Each picture is on the disk of this device before you hear the shutter.',
  toDecide: 'Done: to the decisions',
  start: 'Start the camera',
  again: 'Start the camera again',
  stop: 'Stop the camera',
  turn: 'Other camera',
  starting: 'Starting the camera…',
  view: 'What the camera sees',
  shoot: 'Take a picture',
  hold: 'Hold the button or the space bar for a burst.',
  label: 'Take and label at once',
  shootAs: (name: string) => `Take a picture of ${name}`,
  saving: 'Saving…',
  taken: (count: number) =>
    count === 0
      ? 'No picture taken yet'
      : count === 1
        ? '1 picture taken, and on the disk'
        : `${count} pictures taken, all on the disk`,
  last: 'The last pictures',
  labelled: (name: string) => `labelled ${name}`,
  unlabelled: 'not labelled yet',
  undecided: 'waits for a decision',
  notSaved: (reason: string) =>
    `The last picture could not be saved: ${reason} Those before it are safe.`,
  problems: {
    refused:
      'The camera was refused. Allow it for this page (the sign in the address bar), then start it again.',
    none: 'No camera was found. Connect one, then start it again.',
    busy: 'The camera cannot be opened; another program may be using it. Close that, then start it again.',
    lost: 'The camera is gone: unplugged, or taken by another program. What you took is safe.',
    insecure:
      'A browser lends the camera only to pages opened over https or on this device itself.',
    noPicture: 'The camera gives no picture yet. Wait a moment and try again.',
  },
} as const;
