/**
 * Does choosing beat chance? A duel per audit answer (drawn at random, never learned from): two
 * models with equally many answers, the last r of one being those that were chosen, of the other
 * the r audits before this one, both guess it. Where exactly one is right, that one wins. If
 * choosing is no worse than chance, chance wins at most half of these, whatever r is, so betting
 * on it can make nobody rich: the wealth
 *   E = mean over bets b of (1 + b)^wins (1 - b)^losses,   b = 0.05, 0.15, ..., 0.95,
 * starts at 1 and ever reaches 20 with a probability of at most 1/20 (Ville 1939; Shafer 2021,
 * testing by betting). So it may be looked at after every answer without crying wolf by and by.
 * Seven wins of chance in a row reach 20, six do not.
 */
export interface DuelRecord {
  /** Duels that the model of random answers won. */
  readonly random: number;
  /** Duels that the model of chosen answers won. */
  readonly chosen: number;
  /** Duels fought, those included that both won or both lost. */
  readonly fought: number;
}

export const NO_DUELS: DuelRecord = { random: 0, chosen: 0, fought: 0 };

/** Wealth from which chance is believed to do better: false alarms in at most 1 of 20 projects. */
export const ALARM = 20;

const BETS = Array.from({ length: 10 }, (_, i) => 0.05 + 0.1 * i);

/** Evidence that random questions teach more, >= 0; 1 = none. */
export function evidenceForRandom({ random, chosen }: DuelRecord): number {
  const wealth = BETS.map((bet) => (1 + bet) ** random * (1 - bet) ** chosen);
  return wealth.reduce((sum, value) => sum + value, 0) / BETS.length;
}
