import { FIRST_SCENE } from '../scene/scene.ts';
import type { LessonScene } from './lesson-scene.ts';

export const wasted: LessonScene = {
  id: 'random-wastes',
  title: 'Random questions waste answers',
  words:
    'Two models see the same points. One asks about points drawn at random; the other asks where it wavers between two answers. Both begin with the same four.',
  question: 'Which points would you ask about to find where the boundary runs?',
  scene: { ...FIRST_SCENE, seed: 11, seeds: 10 },
  look: 'Asking along the boundary, 15 answers do more than 30 drawn at random: most random points lie where the model was right already.',
  holds: (own) => own(1, 15) > own(0, 30),
};
