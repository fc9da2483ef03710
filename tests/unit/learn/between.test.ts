import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBetween } from '../../../workers/learn/session/between.ts';
import { createQuiet } from '../../../workers/learn/session/quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function answering() {
  const quiet = createQuiet();
  let settled = 0;
  const between = createBetween(quiet, { pauseMs: 200, patienceMs: 4_000 }, async () => {
    settled += 1;
  });
  /** An act of the person, and what it leaves to do. */
  const act = (): void => {
    quiet.hush();
    between.ask();
  };
  return { act, between, count: () => settled };
}

it('quick answers put off what the ones before left to do; a pause brings it once', async () => {
  const { act, count } = answering();
  for (let i = 0; i < 10; i++) {
    act();
    await vi.advanceTimersByTimeAsync(150);
  }
  expect(count()).toBe(0);
  await vi.advanceTimersByTimeAsync(60);
  expect(count()).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(count()).toBe(1);
});

it('who never pauses has it done all the same, after a while', async () => {
  const { act, count } = answering();
  for (let i = 0; i < 60; i++) {
    act();
    await vi.advanceTimersByTimeAsync(150);
  }
  expect(count()).toBe(2);
});

it('is done at once for who waits for it, and not again', async () => {
  const { act, between, count } = answering();
  await between.now();
  expect(count()).toBe(0);
  act();
  await between.now();
  expect(count()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(count()).toBe(1);
});

it('what was dropped is left undone', async () => {
  const { act, between, count } = answering();
  act();
  between.drop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(count()).toBe(0);
});

it('patience has an end: who waits for quiet waits no longer than that', async () => {
  const quiet = createQuiet();
  let isReached = false;
  quiet.hush();
  void quiet.reached(600, 2_000).then(() => {
    isReached = true;
  });
  for (let i = 0; i < 19; i++) {
    await vi.advanceTimersByTimeAsync(100);
    quiet.hush();
  }
  expect(isReached).toBe(false);
  await vi.advanceTimersByTimeAsync(110);
  expect(isReached).toBe(true);
});
