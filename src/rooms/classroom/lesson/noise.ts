import { FIRST_SCENE } from '../scene/scene.ts';
import type { LessonScene } from './lesson-scene.ts';

export const noise: LessonScene = {
  id: 'noise',
  title: 'When answers are wrong',
  words:
    'The two moons again, but the person who answers errs one time in four. A cross marks a wrong answer. The test is still judged by the truth.',
  question: 'Which costs more: asking at random, or answering carelessly?',
  scene: { ...FIRST_SCENE, seed: 11, seeds: 10, wrong: 0.25 },
  look: 'Forty clever questions answered with errors teach less than twenty random ones answered rightly. Careful answers matter more than clever questions.',
  holds: (own, of) => own(1, 40) < of('random-wastes')(0, 20),
};
