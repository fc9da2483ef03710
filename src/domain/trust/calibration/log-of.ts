/** Probabilities are raised to this before the logarithm, so that a sure error stays finite. */
const FLOOR = 1e-12;

export const logOf = (p: number): number => Math.log(Math.max(FLOOR, p));
