/** Moving through a race, on the worker's own service. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ClassroomClient } from '../../../../src/engine/classroom.ts';
import { createDesk } from '../../../../src/rooms/classroom/play/desk.ts';
import { createPlayShow } from '../../../../src/rooms/classroom/play/play-show.ts';
import { createRaceShow, type RaceShow } from '../../../../src/rooms/classroom/race/race-show.ts';
import { FIRST_SCENE, FIRST_TOY, type Scene } from '../../../../src/rooms/classroom/scene/scene.ts';
import { createClassroomService } from '../../../../workers/classroom/service.ts';

const SCENE: Scene = { ...FIRST_SCENE, source: { ...FIRST_TOY, count: 60 }, labels: 8 };

const client = { ...createClassroomService(), dispose: () => undefined };
const shows: RaceShow[] = [];
afterEach(() => {
  for (const show of shows.splice(0)) show.dispose();
});

function open(scene: Scene): RaceShow {
  const show = createRaceShow(client, scene);
  shows.push(show);
  return show;
}

const done = (show: RaceShow) =>
  expect.poll(() => show.phase.value.status, { timeout: 30_000 }).toBe('done');

describe('a race on show', () => {
  it('is computed ahead and moved through both ways', async () => {
    const show = open(SCENE);
    await done(show);
    expect(show.scene.value.at).toBe(0);
    show.goTo(5);
    expect(show.scene.value.at).toBe(5);
    show.goTo(99);
    expect(show.scene.value.at).toBe(8);
    show.goTo(-3);
    expect(show.scene.value.at).toBe(0);
  });

  it('plays to its end and stops, and begins again from there', async () => {
    const show = open({ ...SCENE, speed: 0 });
    show.play();
    await expect.poll(() => show.isPlaying.value, { timeout: 30_000 }).toBe(false);
    expect(show.scene.value.at).toBe(8);
    show.play();
    expect(show.scene.value.at).toBe(0);
    expect(show.isPlaying.value).toBe(true);
    show.pause();
    expect(show.isPlaying.value).toBe(false);
  });

  it('ends where a lane has nothing left to ask, and plays again from the start', async () => {
    const short: ClassroomClient = {
      ...client,
      race: (request, hear) =>
        client.race(request, (messages) =>
          hear(messages.filter((one) => one.kind !== 'frame' || one.lane === 0 || one.labels < 6)),
        ),
    };
    const show = createRaceShow(short, { ...SCENE, speed: 0 });
    shows.push(show);
    await done(show);
    show.play();
    await expect.poll(() => show.isPlaying.value, { timeout: 30_000 }).toBe(false);
    expect(show.scene.value.at).toBe(5);
    show.play();
    expect(show.scene.value.at).toBe(0);
  });

  it('keeps what it has when only the look changes, and drops it when the numbers do', async () => {
    const show = open(SCENE);
    await done(show);
    show.set({ ...show.scene.value, measure: 'macro-f1', speed: 8, at: 3 });
    expect(show.frames.reached(0, 2)).toBe(8);
    show.set({ ...show.scene.value, seed: 2 });
    expect(show.frames.reached(0, 2)).toBe(0);
    expect(show.stage.value).toBeNull();
    await done(show);
    expect(show.frames.reached(0, 2)).toBe(8);
  });

  it('does not end the race of another that has begun', async () => {
    const first = open(SCENE);
    const second = open({ ...SCENE, seed: 5 });
    await expect.poll(() => second.stage.value).not.toBeNull();
    first.dispose();
    await done(second);
  });

  it('reads no items before somebody wants to see them, and says why it cannot', async () => {
    const show = open({ ...SCENE, source: { kind: 'sample', id: 'nothing' } });
    expect(show.phase.value.status).toBe('waiting');
    show.play();
    await expect.poll(() => show.phase.value.status, { timeout: 30_000 }).toBe('failed');
    show.set({ ...show.scene.value, source: SCENE.source });
    await done(show);
  });
});

describe('a model taught by hand', () => {
  it('asks, hears the truth or a lie, and forgets what is taken back', async () => {
    const show = createPlayShow(client, {
      ...SCENE,
      lanes: [{ strategy: 'margin', start: 'random' }],
    });
    await show.set(show.scene.value);
    const desk = createDesk(show);
    const blank = show.picture.value;
    await desk.answerAsked(4);
    const { said } = show.scene.value;
    expect(new Set(said.map(({ row }) => row)).size).toBe(4);
    for (const { row, said: own } of said) expect(own).toBe(show.points.value.truth[row]);
    expect(show.picture.value?.of).toBe(56);
    desk.says.value = 1;
    await desk.answerAsked(1);
    expect(show.scene.value.said.at(-1)?.said).toBe(1);
    desk.clear();
    await show.set(show.scene.value);
    expect(show.picture.value).toEqual(blank);
    show.dispose();
  });

  it('answers the point that is pressed, and none where there is none', async () => {
    const show = createPlayShow(client, SCENE);
    const desk = createDesk(show);
    const [x = 0, y = 0] = show.points.value.places;
    desk.press({ x, y }, 1);
    expect(show.scene.value.said).toEqual([{ row: 0, said: 1 }]);
    desk.press({ x: -1, y: -1 });
    expect(show.scene.value.said).toHaveLength(1);
    desk.takeBack({ x, y });
    expect(show.scene.value.said).toEqual([]);
    desk.mode.value = 'draw';
    desk.wipe();
    desk.press({ x: 0.2, y: 0.2 }, 3);
    expect(show.points.value).toMatchObject({ truth: Uint8Array.of(3), classes: 4 });
    await show.set(show.scene.value);
    show.dispose();
  });
});
