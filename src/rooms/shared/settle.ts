import type { Outcome } from '../../../workers/api.ts';
import { messageOf } from './message-of.ts';

/** A rejected call as a failed outcome: one way to fail instead of two. */
export async function settle<T>(promise: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await promise;
  } catch (error) {
    return { ok: false, error: { code: 'unexpected', message: messageOf(error) } };
  }
}
