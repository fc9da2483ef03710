import { transfer } from 'comlink';

/** Sends the typed arrays of an answer without copying them: whoever sends must not need them again. */
export function handOver<T extends { readonly ok: boolean }>(outcome: T): T {
  const value = outcome.ok ? (outcome as { readonly value?: unknown }).value : null;
  const arrays = Object.values(value ?? {}).filter(ArrayBuffer.isView);
  return transfer(outcome, [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]);
}
