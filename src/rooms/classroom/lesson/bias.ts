import { FIRST_SCENE, FIRST_TOY } from '../scene/scene.ts';
import type { LessonScene } from './lesson-scene.ts';

export const bias: LessonScene = {
  id: 'sampling-bias',
  title: 'Clever questions can fool you',
  words:
    'Now one class has a second home, an island far behind the other class. One straight line would still part the two. The model that asks where it wavers asks along the line it has, and nowhere else.',
  question: 'Which of the two will find the island, and why?',
  scene: {
    ...FIRST_SCENE,
    source: { ...FIRST_TOY, id: 'island', noise: 0.2, model: 'straight' },
    seed: 31,
    seeds: 10,
    startCount: 2,
  },
  look: 'Here random questions win: after 40 answers they lead by more than two points. Who asks only along the line there is can be sure of a place never asked about, and wrong. This is why Hone draws some of its questions at random.',
  holds: (own) => own(0, 40) > own(1, 40) + 0.02,
};
