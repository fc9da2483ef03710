import { expect, it } from 'vitest';
import { afterFrame } from '../../../src/engine/after-frame.ts';

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

it('waits for the frame in the making, and comes once', async () => {
  const order: string[] = [];
  const now = afterFrame(() => void order.push('after'));
  requestAnimationFrame(() => void order.push('frame'));
  order.push('here');
  await expect.poll(() => order.length).toBe(3);
  expect(order).toEqual(['here', 'frame', 'after']);
  now();
  await nextFrame();
  expect(order).toHaveLength(3);
});

it('is done at once for who cannot wait, and not again', async () => {
  let count = 0;
  afterFrame(() => {
    count += 1;
  })();
  expect(count).toBe(1);
  await nextFrame();
  await nextFrame();
  expect(count).toBe(1);
});

it('is done all the same where no frame is drawn', async () => {
  const draw = globalThis.requestAnimationFrame;
  let count = 0;
  globalThis.requestAnimationFrame = () => 0;
  try {
    afterFrame(() => {
      count += 1;
    });
    await expect.poll(() => count).toBe(1);
  } finally {
    globalThis.requestAnimationFrame = draw;
  }
});
