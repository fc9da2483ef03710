/** An expected failure of the import worker: it travels as a value, in words for the person. */
import type { Outcome, WorkerFailure } from '../api.ts';

export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';

  constructor(
    readonly code: WorkerFailure['code'],
    message: string,
  ) {
    super(message);
  }
}

export async function asOutcome<T>(task: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

function toFailure(error: unknown): WorkerFailure {
  if (error instanceof ImportFailure) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  const isStorage = (error as { name?: string } | null)?.name === 'StorageError';
  return { code: isStorage ? 'storage' : 'bad-input', message };
}
