/** Reads single values of a command line. Every refusal names the bad value and what would do. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** One clear line; the caller prints it and exits with code 2. */
export class BadArguments extends Error {}

/** Throws BadArguments on an unknown option or a missing value. */
export function parseOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: false }).values;
  } catch (error) {
    throw new BadArguments((error as Error).message.split('\n')[0] ?? 'bad arguments');
  }
}

export interface WholeBounds {
  readonly fallback: number;
  readonly least: number;
}

export function readWhole(
  name: string,
  text: string | undefined,
  { fallback, least }: WholeBounds,
): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least) return value;
  throw new BadArguments(`--${name} ${text} is not a whole number of at least ${least}.`);
}

/** A share between 0 and `most`; 0 when absent. */
export function readShare(name: string, text: string | undefined, most: number): number {
  const value = Number(text ?? 0);
  if (text?.trim() !== '' && value >= 0 && value <= most) return value;
  throw new BadArguments(`--${name} ${text} is not a share between 0 and ${most}.`);
}

export function readOneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  if ((known as readonly string[]).includes(value)) return value as T;
  throw new BadArguments(`unknown --${name} ${value}; known: ${known.join(', ')}`);
}

/** Names separated by commas, each once, in the order given; `all` is every known one. */
export function readSeveral<T extends string>(
  name: string,
  text: string,
  known: readonly T[],
): readonly T[] {
  if (text === 'all') return known;
  const names = text.split(',').map((part) => part.trim());
  return [...new Set(names)].map((part) => {
    if ((known as readonly string[]).includes(part)) return part as T;
    throw new BadArguments(`unknown --${name} ${part}; known: all, ${known.join(', ')}`);
  });
}
