import { describe, expect, it } from 'vitest';
import { lesson } from '../../../../src/rooms/classroom/lesson/index.ts';
import { moveLesson } from '../../../../src/rooms/classroom/lesson/move-lesson.ts';
import { answerRow, withdraw, withoutRow } from '../../../../src/rooms/classroom/play/answer.ts';
import {
  addPoint,
  nearest,
  removePoint,
} from '../../../../src/rooms/classroom/play/edit-points.ts';
import { laneName } from '../../../../src/rooms/classroom/race/lane-name.ts';
import { MOST_DRAWN } from '../../../../src/rooms/classroom/scene/points-link.ts';
import type { DrawnPoints } from '../../../../workers/api.ts';

const [first = { id: '' }, second = { id: '' }] = lesson;
const PLACE = { sceneId: first.id, at: 0, most: 40, isPlaying: false, by: 1 as 1 | -1 };

describe('one press of the clicker', () => {
  it('runs the race, jumps to its end, goes on', () => {
    expect(moveLesson(PLACE)).toEqual({ kind: 'play' });
    expect(moveLesson({ ...PLACE, at: 9, isPlaying: true })).toEqual({ kind: 'go-to', at: 40 });
    expect(moveLesson({ ...PLACE, at: 40 })).toEqual({ kind: 'scene', sceneId: second.id });
  });

  it('goes back to the question, then to the scene before, and stays at the ends', () => {
    const back = { ...PLACE, sceneId: second.id, by: -1 as const };
    expect(moveLesson({ ...back, at: 7 })).toEqual({ kind: 'go-to', at: 0 });
    expect(moveLesson(back)).toEqual({ kind: 'scene', sceneId: first.id });
    expect(moveLesson({ ...PLACE, by: -1 })).toEqual({ kind: 'stay' });
    const last = lesson.at(-1)?.id ?? '';
    expect(moveLesson({ ...PLACE, sceneId: last, at: 40 })).toEqual({ kind: 'stay' });
  });

  it('reaches every scene from the first', () => {
    const seen: string[] = [];
    let sceneId: string | null = first.id;
    while (sceneId !== null) {
      seen.push(sceneId);
      const next = moveLesson({ ...PLACE, sceneId, at: 40 });
      sceneId = next.kind === 'scene' ? next.sceneId : null;
    }
    expect(seen).toEqual(lesson.map(({ id }) => id));
  });
});

describe('points drawn by hand', () => {
  const none = { places: new Float32Array(0), truth: new Uint8Array(0), classes: 2 };

  it('come and go, and bring their classes with them', () => {
    const one = addPoint(none, { x: 0.5, y: -0.5 }, 2);
    const two = one && addPoint(one, { x: -0.5, y: 0.5 }, 0);
    expect(two?.classes).toBe(3);
    expect(two && nearest(two, { x: 0.48, y: -0.52 }, 0.1)).toBe(0);
    expect(two && nearest(two, { x: 0, y: 0 }, 0.1)).toBeNull();
    const left = two && removePoint(two, 0);
    expect(left?.truth).toEqual(Uint8Array.of(0));
    expect(left?.places[0]).toBeCloseTo(-0.5, 1);
    expect(left?.classes).toBe(2);
  });

  it('end where a link ends', () => {
    let points: DrawnPoints | null = none;
    for (let i = 0; i < MOST_DRAWN; i++) points = points && addPoint(points, { x: 0, y: 0 }, 0);
    expect(points?.truth.length).toBe(MOST_DRAWN);
    expect(points && addPoint(points, { x: 0, y: 0 }, 0)).toBeNull();
  });
});

describe('answers given by hand', () => {
  const said = [
    { row: 4, said: 0 },
    { row: 9, said: 1 },
  ];

  it('are changed by the newest, withdrawn, and follow their points', () => {
    expect(answerRow(said, 4, 1)).toEqual([
      { row: 9, said: 1 },
      { row: 4, said: 1 },
    ]);
    expect(withdraw(said, 4)).toEqual([{ row: 9, said: 1 }]);
    expect(withoutRow(said, 4)).toEqual([{ row: 8, said: 1 }]);
  });
});

it('a lane says how it begins where another has the same strategy', () => {
  const lanes = [
    { strategy: 'margin', start: 'random' as const },
    { strategy: 'margin', start: 'spread' as const },
    { strategy: 'random', start: 'random' as const },
  ];
  expect([0, 1, 2].map((lane) => laneName(lanes, lane))).toEqual([
    'Smallest margin, random start',
    'Smallest margin, spread start',
    'Random',
  ]);
});
