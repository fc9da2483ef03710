/**
 * Cohen's kappa (1960): agreement of two beyond what their habits alone would give,
 * (p_o - p_e) / (1 - p_e), in [-1, 1]; 1 = always. Where both always say the same one thing chance
 * explains all of it and kappa is undefined: null. So it is for nothing at all.
 */
export function cohenKappa(
  first: readonly (string | number)[],
  second: readonly (string | number)[],
): number | null {
  const n = first.length;
  if (n === 0) return null;
  const shareOf = (said: readonly (string | number)[]): ReadonlyMap<string | number, number> => {
    const shares = new Map<string | number, number>();
    for (const one of said) shares.set(one, (shares.get(one) ?? 0) + 1 / n);
    return shares;
  };
  const own = shareOf(first);
  const other = shareOf(second);
  const agreed = first.filter((one, i) => one === second[i]).length / n;
  let chance = 0;
  for (const [key, share] of own) chance += share * (other.get(key) ?? 0);
  return 1 - chance < 1e-12 ? null : (agreed - chance) / (1 - chance);
}
