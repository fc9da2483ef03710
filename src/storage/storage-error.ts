/** Errors of the store, named so that the app can say what happened and what to do. */
import type { StorageErrorKind } from './api.ts';

export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(
    readonly kind: StorageErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const MESSAGES: Readonly<Record<StorageErrorKind, string>> = {
  quota:
    'The disk is full. Free some space or remove an old project; nothing decided so far is lost.',
  closed: 'The browser closed the database. Hone is opening it again.',
  'newer-schema':
    'This tab runs an older version of Hone than the one that wrote this data. Reload the page to update.',
  failed: 'The browser could not write to its database.',
};

/** Names of errors after which the connection itself is gone (iPad after backgrounding). */
const LOST_CONNECTION = new Set(['DatabaseClosedError', 'UnknownError', 'InvalidStateError']);

export function isConnectionLoss(error: unknown): boolean {
  return namesOf(error).some((name) => LOST_CONNECTION.has(name));
}

export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const kind = kindOf(error);
  const detail = error instanceof Error && kind === 'failed' ? ` (${error.message})` : '';
  return new StorageError(kind, `${MESSAGES[kind]}${detail}`, { cause: error });
}

function kindOf(error: unknown): StorageErrorKind {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return 'quota';
  if (names.includes('VersionError')) return 'newer-schema';
  return names.some((name) => LOST_CONNECTION.has(name)) ? 'closed' : 'failed';
}

/** Quota errors arrive at the abort of a transaction, wrapped: look inside. */
function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  for (let one: unknown = error; one && names.length < 5; ) {
    const { name, inner, cause } = one as { name?: string; inner?: unknown; cause?: unknown };
    if (name) names.push(name);
    one = inner ?? cause;
  }
  return names;
}
