/** What the cells of the transactions are drawn from. Shares need not sum to one. */
export interface Merchant {
  readonly kind: string;
  readonly share: number;
  /** Median amount, and how far amounts spread (standard deviation of their logarithm). */
  readonly amount: number;
  readonly spread: number;
  /** Hour of the day around which people buy there. */
  readonly hour: number;
}

export const merchants: readonly Merchant[] = [
  { kind: 'groceries', share: 0.27, amount: 34, spread: 0.7, hour: 17 },
  { kind: 'restaurant', share: 0.15, amount: 28, spread: 0.6, hour: 19 },
  { kind: 'fuel', share: 0.1, amount: 52, spread: 0.35, hour: 16 },
  { kind: 'online shop', share: 0.17, amount: 46, spread: 0.95, hour: 20 },
  { kind: 'transport', share: 0.1, amount: 9, spread: 0.8, hour: 9 },
  { kind: 'clothing', share: 0.08, amount: 62, spread: 0.7, hour: 15 },
  { kind: 'electronics', share: 0.05, amount: 140, spread: 1, hour: 15 },
  { kind: 'travel', share: 0.04, amount: 210, spread: 0.9, hour: 13 },
  { kind: 'gift cards', share: 0.02, amount: 40, spread: 0.6, hour: 14 },
  { kind: 'crypto exchange', share: 0.02, amount: 120, spread: 1.1, hour: 21 },
];

export const home = 'DE';

export const countries: readonly { readonly code: string; readonly share: number }[] = [
  { code: 'DE', share: 0.86 },
  { code: 'AT', share: 0.04 },
  { code: 'FR', share: 0.03 },
  { code: 'NL', share: 0.02 },
  { code: 'GB', share: 0.02 },
  { code: 'ES', share: 0.015 },
  { code: 'US', share: 0.01 },
  { code: 'RO', share: 0.005 },
  { code: 'BR', share: 0.004 },
];

export const channels = ['chip', 'contactless', 'online'] as const;
