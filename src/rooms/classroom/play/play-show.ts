/** A model taught by hand: the points, what was answered, and the model's picture of the plane. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { DrawnPoints, Picture } from '../../../../workers/api.ts';
import type { ClassroomClient } from '../../../engine/classroom.ts';
import { generateToy, toyById } from '../../../samples/toy/index.ts';
import type { Scene } from '../scene/scene.ts';

export interface PlayShow {
  readonly scene: ReadonlySignal<Scene>;
  readonly points: ReadonlySignal<DrawnPoints>;
  /** Of the scene as it stands, or of the one before while the newest is computed; null at first. */
  readonly picture: ReadonlySignal<Picture | null>;
  readonly problem: ReadonlySignal<string | null>;
  /** Resolves when the picture is that of the newest scene. */
  set(scene: Scene): Promise<void>;
  dispose(): void;
}

export function createPlayShow(client: ClassroomClient, first: Scene): PlayShow {
  const scene = signal(first);
  const points = signal(pointsOf(first));
  const picture = signal<Picture | null>(null);
  const problem = signal<string | null>(null);
  let drawing: Promise<void> | null = null;
  let isStale = false;
  let isOver = false;

  const drawNow = async (): Promise<void> => {
    do {
      isStale = false;
      const outcome = await client.picture(requestFor(scene.value, points.value));
      if (isOver) return;
      problem.value = outcome.ok ? null : outcome.error.message;
      if (outcome.ok) picture.value = outcome.value;
    } while (isStale);
  };

  /** One picture at a time: while the person draws, only the newest is worth painting next. */
  const draw = (): Promise<void> => {
    isStale = true;
    drawing ??= drawNow().finally(() => {
      drawing = null;
    });
    return drawing;
  };

  void draw();
  return {
    scene,
    points,
    picture,
    problem,
    set(next) {
      const isSame = next.source === scene.value.source && next.seed === scene.value.seed;
      scene.value = next;
      if (!isSame) {
        points.value = pointsOf(next);
        picture.value = null;
      }
      return draw();
    },
    dispose() {
      isOver = true;
    },
  };
}

/** The same points that a race of this scene has in its first run. */
export function pointsOf({ source, seed }: Scene): DrawnPoints {
  if (source.kind === 'drawn') return source.points;
  const toy = source.kind === 'toy' ? toyById(source.id) : undefined;
  if (source.kind !== 'toy' || !toy)
    return { places: new Float32Array(0), truth: new Uint8Array(0), classes: 2 };
  return { ...generateToy(toy, { ...source, seed }), classes: toy.classes };
}

function requestFor({ source, said, lanes, seed }: Scene, points: DrawnPoints) {
  const model = source.kind === 'toy' || source.kind === 'drawn' ? source.model : 'curved';
  const answers = said.filter(
    ({ row, said: own }) => row < points.truth.length && own < points.classes,
  );
  return { points, model, answers, strategy: lanes[0]?.strategy ?? 'margin', seed };
}
