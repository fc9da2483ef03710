import { bias } from './bias.ts';
import { coldStart } from './cold-start.ts';
import { imbalance } from './imbalance.ts';
import type { LessonScene } from './lesson-scene.ts';
import { noise } from './noise.ts';
import { wasted } from './wasted.ts';

export type { LessonScene, Scores } from './lesson-scene.ts';

/** Ten minutes: five scenes of two. A new one is listed here, and its claim is tested from then on. */
export const lesson: readonly LessonScene[] = [wasted, coldStart, bias, noise, imbalance];
