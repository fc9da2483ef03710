/** 600 made-up bird calls in noise, of four kinds. */
import { createRng, deriveSeed, type Rng } from '../domain/math/rng.ts';
import { addInsect, addNeighbour, addWind, moveAway } from './calls-scene.ts';
import { between, type Track, voices } from './calls-voices.ts';
import type { Sample, SampleItem } from './sample.ts';

type Kind = keyof typeof voices;

const RATE = 16_000;
const COUNT = 600;
const KINDS = Object.keys(voices) as readonly Kind[];
/** Loudest sample of a recording: none is clipped. */
const PEAK = 0.85;

const classes = [
  {
    name: 'rising whistle',
    description: 'One clear whistle that climbs.',
    goodExamples: ['It starts low and ends clearly higher, in one breath.'],
    badExamples: ['A whistle that falls is another bird.'],
  },
  {
    name: 'two notes',
    description: 'Two held notes, the second lower, like a doorbell.',
    goodExamples: ['High, a tiny gap, then lower.'],
    badExamples: ['More than two notes: a trill.'],
  },
  {
    name: 'trill',
    description: 'Many short notes in quick succession.',
    goodExamples: ['Single notes can still be heard.'],
    badExamples: ['So quick that it rasps: a buzz.'],
  },
  {
    name: 'buzz',
    description: 'One rasping sound, like a tiny saw.',
    goodExamples: ['Rough from beginning to end.'],
    badExamples: ['A steady high pulse over the whole recording is a cricket, not the bird.'],
  },
] as const;

/** Louder than the noise near by, hardly so far away. */
function record(kind: Kind, rng: Rng): { track: Track; fields: Record<string, string> } {
  const track = { rate: RATE, data: new Float32Array(Math.round(between(rng, 1.5, 2) * RATE)) };
  const distance = rng.next();
  const wind = 0.02 + 0.16 * rng.next() ** 2;
  voices[kind](track, rng);
  moveAway(track, distance, rng);
  const gain = between(rng, 0.5, 0.8) * (1 - 0.72 * distance);
  for (let i = 0; i < track.data.length; i++) track.data[i] = (track.data[i] as number) * gain;
  addWind(track, wind, rng);
  const hasInsect = rng.next() < 0.4;
  if (hasInsect) addInsect(track, between(rng, 0.02, 0.12), rng);
  const neighbours = rng.next() < 0.45 ? 1 + rng.integer(2) : 0;
  for (let k = 0; k < neighbours; k++) addNeighbour(track, between(rng, 0.05, 0.28), rng);
  settle(track, between(rng, 0.25, 1));
  const fields = {
    distance: distance < 0.33 ? 'near' : distance < 0.67 ? 'some way off' : 'far',
    wind: wind < 0.05 ? 'calm' : wind < 0.1 ? 'breeze' : 'windy',
    hour: String(hasInsect ? 17 + rng.integer(5) : 4 + rng.integer(6)),
  };
  return { track, fields };
}

/** Recorders are set to different levels. */
function settle({ data }: Track, level: number): void {
  let top = 0;
  for (const value of data) top = Math.max(top, Math.abs(value));
  const factor = top > 0 ? (level * PEAK) / top : 0;
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) * factor;
}

function* generate(seed: number): Generator<SampleItem> {
  for (let i = 0; i < COUNT; i++) {
    const rng = createRng(deriveSeed(seed, 'calls', i));
    const kind = KINDS[rng.integer(KINDS.length)] as Kind;
    const { track, fields } = record(kind, rng);
    const name = `recording ${String(i + 1).padStart(3, '0')}.wav`;
    yield { content: { kind: 'samples', name, ...track }, classes: [kind], fields };
  }
}

export const calls: Sample = {
  id: 'calls',
  label: 'Bird calls',
  description:
    '600 short recordings: which of four birds is calling? With wind, crickets and other birds.',
  modality: 'sound',
  mode: 'single',
  classes,
  guidelines:
    'Answer for the bird that is **nearest**. There is always one of the four; other birds and crickets are background.',
  count: COUNT,
  settings: { sound: { rate: RATE, windowMs: null } },
  generate,
};
