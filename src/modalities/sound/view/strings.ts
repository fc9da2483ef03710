/** What the views of a sound say. One place, so that another language is another file. */

type Verb = 'for' | 'against';

export const strings = {
  words: { part: 'place', parts: 'places', item: 'sound', items: 'sounds' },
  picture: (name: string, seconds: string) => `Spectrogram of ${name}, ${seconds} s`,
  loading: 'Reading the sound …',
  failed: 'This sound cannot be read on this device.',
  silent: 'This sound holds no samples.',
  play: 'Play',
  pause: 'Pause',
  again: 'Repeat',
  speed: 'Speed',
  speeds: { half: '½ ×', whole: '1 ×', double: '2 ×' },
  speedHint: 'At half speed everything sounds an octave lower.',
  noSound: 'This device does not let Hone play sound now.',
  partName: (time: string, pitch: string) => `${time} s, ${pitch} % of the height`,
  places: (from: string, to: string, low: string, high: string) =>
    `${from} to ${to} s, ${low} to ${high} Hz`,
  says: (place: string, verb: Verb, name: string, strength: string) =>
    `${place}: speaks ${verb} ${name}, ${strength}`,
  saysNothing: (place: string, name: string) => `${place}: says nearly nothing about ${name}`,
  said: (name: string) => `${name}; you said something about it`,
  strength: ['nearly nothing', 'slightly', 'clearly', 'strongly'],
  gridWhy:
    'Places of the sound. Arrow keys move, Space marks, Enter says something of what is marked.',
  legendFor: (name: string) => `+ for ${name}`,
  legendAgainst: (name: string) => `− against ${name}`,
  legendMore:
    'The thicker the frame, the more. Press or drag over places to say something of them.',
  nothing: (name: string) => `No single place says much about ${name} here.`,
  before: 'As it is',
  afterMean: 'The framed place filled with what lies around it',
  afterDonor: 'The framed place as another sound has it',
  hearOwn: 'Hear it as it is',
  hearChanged: 'Hear it changed',
  hearOther: 'Hear that stretch of the other sound',
  hearNote:
    'The changed sound is put together from the recording, softly at the edges of the frame; all else is as it was recorded.',
  edit: 'Press or drag over places to fill them with what lies around; once more to bring them back.',
  gridEdit:
    'Places of the sound. Arrow keys move, Space fills a place with what lies around or brings it back.',
  muted: (place: string) => `${place}: silenced`,
  hearable: (place: string) => `${place}: as it is`,
} as const;

export function seconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
