/** Amounts of what labelling takes, as a person reads them. */
import type { Budget } from '../../domain/records.ts';
import { formatCount, formatPlural } from './format-number.ts';

export function formatBudget(kind: Budget['kind'], amount: number, currency: string): string {
  if (kind === 'answers') return formatPlural(Math.ceil(amount), 'answer', 'answers');
  if (kind === 'money') return formatMoney(amount, currency);
  return formatMinutes(amount);
}

/** Whole minutes, from two hours on hours and minutes. */
export function formatMinutes(minutes: number): string {
  if (minutes > 0 && minutes < 1) return 'less than a minute';
  const whole = Math.round(minutes);
  if (whole < 120) return formatPlural(whole, 'minute', 'minutes');
  return `${formatCount(Math.floor(whole / 60))} h ${whole % 60} min`;
}

/** With two decimals, small amounts with two digits, and the currency behind it where one was named. */
export function formatMoney(amount: number, currency: string): string {
  const isSmall = amount > 0 && amount < 0.1;
  return `${isSmall ? Number(amount.toPrecision(2)) : amount.toFixed(2)} ${currency}`.trim();
}
