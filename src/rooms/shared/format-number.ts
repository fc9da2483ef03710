import { LOCALE } from './locale.ts';

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });

/** `12345` -> "12,345". */
export const formatCount = (value: number): string => whole.format(value);

/** A share in [0, 1] -> "83%". */
export const formatShare = (value: number): string => percent.format(value);

/** "1 item", "2 items": the noun in both forms, because languages differ in how they count. */
export const formatPlural = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
