/** What one press of "next" or "back" does: run the race, jump to its end, go to another scene. */
import { lesson } from './index.ts';

export interface LessonPlace {
  readonly sceneId: string;
  /** Answers shown, and how many there will be. */
  readonly at: number;
  readonly most: number;
  readonly isPlaying: boolean;
  readonly by: 1 | -1;
}

export type LessonMove =
  | { readonly kind: 'play' }
  | { readonly kind: 'go-to'; readonly at: number }
  | { readonly kind: 'scene'; readonly sceneId: string }
  /** There is nothing further that way. */
  | { readonly kind: 'stay' };

export function moveLesson({ sceneId, at, most, isPlaying, by }: LessonPlace): LessonMove {
  if (by === 1 && isPlaying) return { kind: 'go-to', at: most };
  if (by === 1 && at < most) return { kind: 'play' };
  if (by === -1 && (isPlaying || at > 0)) return { kind: 'go-to', at: 0 };
  const here = lesson.findIndex(({ id }) => id === sceneId);
  const next = lesson[here + by];
  return next ? { kind: 'scene', sceneId: next.id } : { kind: 'stay' };
}
