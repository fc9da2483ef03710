import { FIRST_SCENE, FIRST_TOY } from '../scene/scene.ts';
import type { LessonScene } from './lesson-scene.ts';

export const imbalance: LessonScene = {
  id: 'imbalance',
  title: 'When one class is rare',
  words:
    'One moon has become rare: of 14 points about one belongs to it. Who always answered with the common class would be right more than nine times in ten, so we measure each class for itself and take the average.',
  question: 'How many of 40 random questions will show you the rare class?',
  scene: {
    ...FIRST_SCENE,
    source: { ...FIRST_TOY, balance: 0.08, count: 400 },
    seed: 41,
    seeds: 10,
    measure: 'macro-f1',
  },
  look: 'Asking where the model wavers finds the rare class early: 20 such answers are worth more than 40 random ones.',
  holds: (own) => own(1, 20) > own(0, 40),
};
