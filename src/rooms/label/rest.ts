/** When to suggest a break: after a long spell without a real pause. Pure. */
const MINUTE_MS = 60_000;
/** A gap this long was a break already. */
export const BREAK_MS = 5 * MINUTE_MS;

export interface Spell {
  readonly begunAt: number;
  readonly lastAt: number;
  /** No nudge before this moment. */
  readonly quietUntil: number;
}

export function beginSpell(now: number): Spell {
  return { begunAt: now, lastAt: now, quietUntil: 0 };
}

/** After a decision at `now`. */
export function extendSpell(spell: Spell, now: number): Spell {
  return now - spell.lastAt >= BREAK_MS
    ? { ...beginSpell(now), quietUntil: spell.quietUntil }
    : { ...spell, lastAt: now };
}

/** Minutes of the spell when it is time to say so, else null. */
export function restMinutes(spell: Spell, now: number, afterMinutes: number): number | null {
  const minutes = Math.floor((now - spell.begunAt) / MINUTE_MS);
  return minutes >= afterMinutes && now >= spell.quietUntil ? minutes : null;
}

export function postpone(spell: Spell, now: number, afterMinutes: number): Spell {
  return { ...spell, quietUntil: now + afterMinutes * MINUTE_MS };
}
