/**
 * When a question is really on the screen: a frame is drawn after `requestAnimationFrame` callbacks,
 * and a message posted in one arrives after that frame. Also the measure of how long it took.
 */
export const PAINT_MEASURE = 'hone:answer-to-painted';

export function afterPaint(run: () => void): () => void {
  let isCancelled = false;
  const frame = requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      if (!isCancelled) run();
    };
    channel.port2.postMessage(null);
  });
  return () => {
    isCancelled = true;
    cancelAnimationFrame(frame);
  };
}

/** `startedAt` is the time stamp of the input event that answered the question before. */
export function measurePaint(startedAt: number): void {
  performance.measure(PAINT_MEASURE, { start: startedAt, end: performance.now() });
}
