import { FIRST_SCENE, FIRST_TOY } from '../scene/scene.ts';
import type { LessonScene } from './lesson-scene.ts';

export const coldStart: LessonScene = {
  id: 'cold-start',
  title: 'The first questions',
  words:
    'A model that knows nothing cannot say where it wavers. So the first six questions are chosen without it: in one lane at random, in the other spread over the points. One of the three classes is rarer than the others.',
  question: 'Why may six random points be a bad beginning?',
  scene: {
    ...FIRST_SCENE,
    source: { ...FIRST_TOY, id: 'blobs', balance: 0.3 },
    lanes: [
      { strategy: 'margin', start: 'random' },
      { strategy: 'margin', start: 'spread' },
    ],
    seed: 21,
    seeds: 10,
    startCount: 6,
    labels: 24,
  },
  look: 'After six answers the spread beginning leads by more than five points: six random ones can miss the rare class altogether. After 24 answers both know as much.',
  holds: (own) => own(1, 6) > own(0, 6) + 0.05 && Math.abs(own(1, 24) - own(0, 24)) < 0.02,
};
