/** What fails where nobody waits for it must still be seen. */
import type { Services } from '../engine/services.ts';
import { strings } from './strings.ts';

/** The browser's own remark that a resize will be told in the next frame: nothing has failed. */
const HARMLESS = /^ResizeObserver loop/;

export function watchFailures(notify: Services['notify']): void {
  const tell = (message: string): void =>
    notify({ tone: 'bad', text: `${strings.unhandled}${message}` });
  addEventListener('unhandledrejection', ({ reason }) => {
    tell(reason instanceof Error ? reason.message : String(reason));
  });
  addEventListener('error', ({ error, message }) => {
    if (HARMLESS.test(message)) return;
    tell(error instanceof Error ? error.message : message);
  });
}
