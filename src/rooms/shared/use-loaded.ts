import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from './message-of.ts';

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly message: string };

export interface LoadedHandle<T> {
  readonly loaded: Loaded<T>;
  readonly reload: () => void;
}

/** Runs an asynchronous read; the latest request wins; a reload keeps the old value on screen. */
export function useLoaded<T>(read: () => Promise<T>, inputs: readonly unknown[]): LoadedHandle<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ status: 'loading' });
  const latest = useRef(0);
  // The caller names the inputs, exactly as with useEffect.
  const start = useCallback(() => {
    latest.current += 1;
    const mine = latest.current;
    read().then(
      (value) => mine === latest.current && setLoaded({ status: 'ready', value }),
      (error: unknown) =>
        mine === latest.current && setLoaded({ status: 'failed', message: messageOf(error) }),
    );
  }, inputs);
  useEffect(() => {
    start();
    return () => {
      latest.current += 1;
    };
  }, [start]);
  return { loaded, reload: start };
}
