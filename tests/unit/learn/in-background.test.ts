import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackground } from '../../../workers/learn/session/pool/in-background.ts';
import { createQuiet } from '../../../workers/learn/session/quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Steps that take 100 ms each, until `left` is used up. */
function stepping(left: number) {
  const at: number[] = [];
  const step = async (): Promise<boolean> => {
    at.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, 100));
    return at.length < left;
  };
  return { at, step };
}

it('rests as long as it worked, stops when nothing is left, and can be started again', async () => {
  const { at, step } = stepping(3);
  const background = createBackground(createQuiet(), step);
  const begun = performance.now();
  background.start();
  background.start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(at.map((time) => time - begun)).toEqual([0, 200, 400]);
  background.start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(at).toHaveLength(4);
});

it('does nothing for a while after the person asked for something', async () => {
  const { at, step } = stepping(50);
  const quiet = createQuiet();
  const background = createBackground(quiet, step);
  background.start();
  await vi.advanceTimersByTimeAsync(150);
  expect(at).toHaveLength(1);
  quiet.hush();
  await vi.advanceTimersByTimeAsync(600);
  quiet.hush();
  await vi.advanceTimersByTimeAsync(790);
  expect(at).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(at).toHaveLength(2);
});

it('a step that fails ends it, and it can be started again', async () => {
  let calls = 0;
  const background = createBackground(createQuiet(), async () => {
    calls += 1;
    if (calls === 1) throw new Error('the disk is gone');
    return false;
  });
  background.start();
  await vi.advanceTimersByTimeAsync(10);
  background.start();
  await vi.advanceTimersByTimeAsync(10);
  expect(calls).toBe(2);
});
