import { LOCALE } from './locale.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Beyond a month "37 days ago" says less than a date. */
const RELATIVE_LIMIT_MS = 30 * DAY_MS;

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** "just now", "5 minutes ago", "yesterday", then a date. Both in milliseconds since the epoch. */
export function formatAgo(at: number, now: number): string {
  const age = now - at;
  if (age > RELATIVE_LIMIT_MS || age < -MINUTE_MS) return day.format(at);
  if (age < MINUTE_MS) return 'just now';
  if (age < HOUR_MS) return relative.format(-Math.floor(age / MINUTE_MS), 'minute');
  if (age < DAY_MS) return relative.format(-Math.floor(age / HOUR_MS), 'hour');
  return relative.format(-Math.floor(age / DAY_MS), 'day');
}

/** "Mar 4, 2026, 5:12 PM" in the person's time zone. */
export const formatMoment = (at: number): string => moment.format(at);

/** "2026-03-04" for file names, in UTC so that it is the same everywhere. */
export const formatFileDate = (at: number): string => new Date(at).toISOString().slice(0, 10);
