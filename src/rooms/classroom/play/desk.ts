/** What a press on the plane does, whoever presses: mouse, finger, pen or the keyboard's cross. */
import { type Signal, signal } from '@preact/signals';
import type { DrawnPoints } from '../../../../workers/api.ts';
import { classesOf, MOST_DRAWN } from '../scene/points-link.ts';
import type { Scene } from '../scene/scene.ts';
import { strings } from '../strings.ts';
import { answerRow, withdraw, withoutRow } from './answer.ts';
import { addPoint, nearest, type Place, removePoint } from './edit-points.ts';
import type { PlayShow } from './play-show.ts';

export type PressMode = 'answer' | 'draw';

export interface Desk {
  readonly mode: Signal<PressMode>;
  /** The class that every answer gives, or the truth. */
  readonly says: Signal<number | 'truth'>;
  readonly drawClass: Signal<number>;
  readonly isTruthShown: Signal<boolean>;
  /** What just happened, for who does not see it. */
  readonly message: Signal<string>;
  /** `own` overrides the class that is chosen. */
  press(place: Place, own?: number): void;
  takeBack(place: Place): void;
  undo(): void;
  clear(): void;
  wipe(): void;
  /** Answers what the strategy asks, so many times. */
  answerAsked(times: number): Promise<void>;
}

/** How near a press must be to mean a point, in the units of the plane. */
const REACH = 0.09;

export const letterOf = (own: number): string => String.fromCharCode(65 + own);

export function createDesk(show: PlayShow): Desk {
  const mode = signal<PressMode>('answer');
  const says = signal<number | 'truth'>('truth');
  const drawClass = signal(0);
  const isTruthShown = signal(false);
  const message = signal('');
  const now = (): Scene => show.scene.value;
  const change = (part: Partial<Scene>): Promise<void> => show.set({ ...now(), ...part });

  const answer = (row: number, own?: number): Promise<void> => {
    const points = show.points.value;
    const chosen = own ?? (says.value === 'truth' ? (points.truth[row] ?? 0) : says.value);
    const given = Math.min(points.classes - 1, chosen);
    message.value = strings.play.near(letterOf(given));
    return change({ said: answerRow(now().said, row, given) });
  };

  const drop = (place: Place, own: number): void => {
    const added = addPoint(show.points.value, place, own);
    message.value = added ? strings.play.dropped(letterOf(own)) : strings.play.full(MOST_DRAWN);
    if (added) void change({ source: drawnOf(now(), added) });
  };

  const takeBack = (place: Place): void => {
    const row = nearest(show.points.value, place, REACH);
    message.value = row === null ? strings.play.nowhere : strings.play.near(null);
    if (row === null) return;
    const { said } = now();
    if (mode.value === 'answer') void change({ said: withdraw(said, row) });
    else
      void change({
        source: drawnOf(now(), removePoint(show.points.value, row)),
        said: withoutRow(said, row),
      });
  };

  return {
    mode,
    says,
    drawClass,
    isTruthShown,
    message,
    press(place, own) {
      if (mode.value === 'draw') {
        drop(place, own ?? drawClass.value);
        return;
      }
      const row = nearest(show.points.value, place, REACH);
      if (row === null) message.value = strings.play.nowhere;
      else void answer(row, own);
    },
    takeBack,
    undo: () => void change({ said: now().said.slice(0, -1) }),
    clear: () => void change({ said: [] }),
    wipe: () => void change({ source: drawnOf(now(), NO_POINTS), said: [] }),
    async answerAsked(times) {
      for (let i = 0; i < times; i++) {
        const asks = show.picture.value?.asks ?? null;
        if (asks === null) return;
        await answer(asks);
      }
    },
  };
}

const NO_POINTS: DrawnPoints = {
  places: new Float32Array(0),
  truth: new Uint8Array(0),
  classes: classesOf(new Uint8Array(0)),
};

function drawnOf({ source }: Scene, points: DrawnPoints): Scene['source'] {
  const model = source.kind === 'toy' || source.kind === 'drawn' ? source.model : 'curved';
  return { kind: 'drawn', points, model };
}
