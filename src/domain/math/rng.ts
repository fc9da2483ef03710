/**
 * Seeded pseudo-random numbers. Pure code has no `Math.random`; a generator is an argument.
 * Generator: mulberry32 (T. Ettinger, 2017), 32 bits of state, period 2^32, passes gjrand;
 * enough for choices among items, not for cryptography.
 */
export interface Rng {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform integer in [0, bound). `bound` >= 1. */
  readonly integer: (bound: number) => number;
  /** Standard normal (Box and Muller 1958). */
  readonly normal: () => number;
}

export function createRng(seed: number): Rng {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => {
    // 1 - next() lies in (0, 1], so the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    return radius * Math.cos(2 * Math.PI * next());
  };
  return { next, integer: (bound) => Math.floor(next() * bound), normal };
}

/** Mixes a seed with words or numbers into a new seed (FNV-1a, 32 bits): independent streams. */
export function deriveSeed(seed: number, ...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ (seed >>> 0);
  for (const character of parts.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** Fisher-Yates shuffle of a copy. */
export function shuffled<T>(values: readonly T[], rng: Rng): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    const held = result[i] as T;
    result[i] = result[j] as T;
    result[j] = held;
  }
  return result;
}
