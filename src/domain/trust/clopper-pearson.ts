/**
 * The exact one-sided test of a proportion (Clopper and Pearson 1934): a rate p can be ruled out at some
 * certainty when so few errors would be less likely than 1 - certainty under it.
 */
import { binomialTail } from '../math/binomial.ts';

/** P(X <= k) for X ~ Binomial(n, p). */
export function atMost(k: number, n: number, p: number): number {
  return 1 - binomialTail(k + 1, n, p);
}

/** How many audited items, all of them right, are needed to show a rate of at most `rate`. */
export function leastWithoutError(rate: number, certainty: number): number {
  return Math.ceil(Math.log(1 - certainty) / Math.log(1 - rate));
}
