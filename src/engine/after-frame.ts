/**
 * What can wait until the frame in the making is on the screen: a frame is drawn after the callbacks of
 * `requestAnimationFrame`, and a message posted in one arrives after it. A hidden page draws none, and
 * a busy one late: then it is done all the same.
 */
const LATEST_MS = 100;

/** Returns what makes it happen at once, if it has not happened yet. */
export function afterFrame(run: () => void): () => void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    run();
  };
  const timer = setTimeout(once, LATEST_MS);
  requestAnimationFrame(() => {
    if (isDone) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      once();
    };
    port2.postMessage(null);
  });
  return once;
}
