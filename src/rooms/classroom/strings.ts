import { formatCount, formatPlural, formatShare } from '../shared/format-number.ts';
import { door } from './door.ts';

export const strings = {
  ...door,
  tabs: { label: 'In the classroom', lesson: 'Lesson', play: 'Play', race: 'Race' },

  present: {
    begin: 'Present',
    end: 'End presenting',
    keys: 'Arrow keys, space or a clicker lead on. Esc ends.',
  },

  link: {
    copy: 'Copy link',
    copied: 'The link is copied. It shows exactly this.',
    failed: 'The link could not be copied. It is in the address bar.',
  },

  toy: {
    data: 'Points',
    points: 'How many',
    noise: 'How blurred',
    noiseHint: '0 % keeps the classes apart, 100 % mixes most of them.',
    balance: 'How rare the last class is',
    balances: {
      '1': 'As common as each other',
      '0.3': 'A third as common',
      '0.1': 'A tenth as common',
      '0.05': 'A twentieth as common',
    } as Readonly<Record<string, string>>,
    model: 'What the model can draw',
    straight: 'Straight lines',
    curved: 'Curves',
    drawn: 'Drawn by hand',
  },

  race: {
    title: 'The race',
    lead: 'The same data and the same first questions for each. Who learns more from fewer answers?',
    source: 'Race on',
    sources: { toy: 'Toy points', sample: 'A sample', project: 'A project of yours' },
    sample: 'Sample',
    project: 'Project',
    noProjects: 'There is no project on this device yet.',
    projectHint:
      'Its answered items are the pool, with your answers as the truth; a third of them, drawn at random, is the test. The project itself is not touched.',
    lanes: 'Who races',
    lane: (n: number) => `Lane ${n}`,
    start: (n: number) => `First questions of lane ${n}`,
    starts: { random: 'Drawn at random', spread: 'Spread over the data' },
    addLane: 'Add a lane',
    removeLane: (name: string) => `Take out ${name}`,
    startCount: 'First questions',
    startHint: 'Before a strategy asks, so many are chosen without it.',
    labels: 'Answers each',
    wrong: 'Wrong answers',
    wrongHint: 'How often the simulated person errs. The test is always judged by the truth.',
    seeds: 'Repeats',
    seedsHint: 'Each with fresh data, first questions and errors. The band holds the middle 80 %.',
    seed: 'Seed',
    seedHint: 'The same seed gives the same race on every device.',
    anotherSeed: 'Another seed',
    measure: 'Measured by',
    measures: {
      right: 'Share right',
      'macro-f1': 'Average over the classes (F1)',
    },
    settings: 'Settings',
  },

  transport: {
    label: 'Move through the race',
    play: 'Play',
    pause: 'Pause',
    back: 'One answer back',
    forward: 'One answer on',
    start: 'To the start',
    end: 'To the end',
    at: 'Answers so far',
    speed: 'Speed',
    speedOf: (speed: number) => (speed === 0 ? 'At once' : `${speed} a second`),
    count: (at: number, of: number) => `${at} of ${of} answers`,
  },

  phase: {
    waiting: 'Press play to read the items and begin.',
    reading: 'Reading the items',
    running: (runs: number, of: number) =>
      of > 1 ? `${runs} of ${of} repeats computed` : 'Computing ahead',
    failed: 'This race cannot be run',
  },

  chart: {
    x: 'answers',
    title: { right: 'Right on the test', 'macro-f1': 'Average over the classes (F1)' },
    note: (runs: number, of: number, test: number, isBanded: boolean) => {
      const items = `n = ${formatCount(test)} in the test`;
      if (of > 1)
        return `mean of ${runs < of ? `${runs} of ` : ''}${of} repeats, band 10 to 90 %; ${items} each`;
      return isBanded ? `one run, band: 95 % interval; ${items}` : `one run; ${items}`;
    },
    label: (lines: readonly string[]) => `Learning curves. ${lines.join('. ')}.`,
    line: (name: string, value: string, labels: number) =>
      `${name}: ${value} after ${formatPlural(labels, 'answer', 'answers')}`,
  },

  field: {
    lane: (name: string, labels: number) =>
      `What the model thinks of every place, ${name}, after ${formatPlural(labels, 'answer', 'answers')}`,
    legend:
      'Colour and hatching: what the model would answer. Faded: it is unsure. Thick line: its boundary. Ring: asked next. A cross on an answer: it was wrong.',
  },

  save: {
    svg: 'Chart as SVG',
    png: 'Chart as PNG',
    csv: 'Numbers as CSV',
    failed: 'The file could not be made.',
    nothing: 'There is nothing to save yet.',
    name: (what: string, seed: number) => `race-${what}-seed-${seed}`,
  },

  play: {
    title: 'Teach it yourself',
    lead: 'Press a point to answer for it. The ring shows which one the model would ask about.',
    drawLead: 'Press or drag to drop points of the chosen class.',
    mode: 'What a press does',
    modes: { answer: 'Answer points', draw: 'Draw points' },
    says: 'An answer is',
    truth: 'the truth',
    classOf: (letter: string) => `always ${letter}`,
    drawClass: 'Class of new points',
    className: (letter: string) => `Class ${letter}`,
    strategy: 'Who asks',
    askOne: 'Answer the ring',
    askTen: 'Answer ten',
    undo: 'Take back',
    clear: 'Start over',
    wipe: 'Remove all points',
    showTruth: 'Show the true classes',
    race: 'Race on these points',
    score: 'Right on the points without an answer',
    scored: (right: number, of: number) =>
      `${formatShare(right / of)} (${formatCount(right)} of ${formatCount(of)})`,
    answers: (count: number) => formatPlural(count, 'answer', 'answers'),
    empty: 'No points yet. Drop some of each class.',
    allAnswered: 'Every point has an answer.',
    full: (most: number) => `${most} points are the most a link can hold.`,
    canvas: (what: string, points: number, answers: number) =>
      `${what}: ${formatPlural(points, 'point', 'points')}, ${formatPlural(answers, 'answer', 'answers')}. Arrow keys move the cross, 1 to 4 give the class, Enter does what a press does, Delete takes back.`,
    near: (letter: string | null) =>
      letter === null ? 'A point without an answer' : `A point answered ${letter}`,
    nowhere: 'No point here',
    dropped: (letter: string) => `Point of class ${letter} dropped`,
  },

  lesson: {
    title: 'Ten minutes on good questions',
    count: (at: number, of: number) => `Scene ${at} of ${of}`,
    scenes: 'Scenes',
    question: 'Ask the class',
    look: 'What to look at',
    next: 'Next',
    back: 'Back',
    change: 'Change this scene',
  },
};
