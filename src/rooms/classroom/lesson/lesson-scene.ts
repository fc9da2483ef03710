/** Contract of a scene of the lesson. What it claims is computed anew by the tests. */
import type { Scene } from '../scene/scene.ts';

/** Mean over the scene's repeats of its measure, in [0, 1], by lane and number of answers. */
export type Scores = (lane: number, labels: number) => number;

export interface LessonScene {
  /** Part of the address. */
  readonly id: string;
  readonly title: string;
  /** Two or three sentences before the race. */
  readonly words: string;
  /** A question to the class before it runs. */
  readonly question: string;
  readonly scene: Scene;
  /** What was to be seen, shown after the race: nothing that `holds` does not check. */
  readonly look: string;
  /** Whether `look` is true of these scores; `of` gives those of another scene. */
  readonly holds: (own: Scores, of: (sceneId: string) => Scores) => boolean;
}
