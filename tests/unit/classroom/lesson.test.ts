/** The lesson never lies: each scene's race is run as the class sees it, and its claim must hold. */
import { describe, expect, it } from 'vitest';
import { lesson, type Scores } from '../../../src/rooms/classroom/lesson/index.ts';
import { requestOf, type Scene } from '../../../src/rooms/classroom/scene/scene.ts';
import { framesOf, raceOf } from './make.ts';

async function scoresOf(scene: Scene): Promise<Scores> {
  const frames = framesOf(await raceOf(requestOf(scene)));
  return (lane, labels) => {
    const own = frames.filter((frame) => frame.lane === lane && frame.labels === labels);
    expect(own.length).toBe(scene.seeds);
    const sum = own.reduce(
      (total, { right, macroF1 }) => total + (scene.measure === 'right' ? right : macroF1),
      0,
    );
    return sum / own.length;
  };
}

const known = new Map<string, Promise<Scores>>();
function scoresFor(id: string): Promise<Scores> {
  const scene = lesson.find((one) => one.id === id)?.scene;
  if (!scene) throw new Error(`no scene ${id}`);
  const found = known.get(id) ?? scoresOf(scene);
  known.set(id, found);
  return found;
}

describe.each(lesson.map((one) => [one.id, one] as const))('scene %s', (id, one) => {
  it('claims what its race shows', async () => {
    const own = await scoresFor(id);
    const clean = await scoresFor('random-wastes');
    expect(one.holds(own, () => clean)).toBe(true);
  });

  it('has words, a question and something to look at', () => {
    for (const text of [one.title, one.words, one.question, one.look])
      expect(text.length).toBeGreaterThan(10);
    expect(one.question.endsWith('?')).toBe(true);
    expect(one.words.split('. ').length).toBeGreaterThanOrEqual(2);
  });
});

it('the case where uncertainty loses is no accident of ten seeds', async () => {
  const scene = lesson.find(({ id }) => id === 'sampling-bias')?.scene;
  if (!scene) throw new Error('no such scene');
  const fresh = await scoresOf({ ...scene, seed: 1_000 });
  expect(fresh(0, scene.labels)).toBeGreaterThan(fresh(1, scene.labels));
});
