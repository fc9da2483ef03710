import { formatPlural } from '../shared/format-number.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds of work as a person says it: "40 seconds", "12 minutes", "3 hours". */
export function formatHours(seconds: number): string {
  if (seconds < 2 * MINUTE) return formatPlural(Math.round(seconds), 'second', 'seconds');
  if (seconds < 2 * HOUR) return formatPlural(Math.round(seconds / MINUTE), 'minute', 'minutes');
  return formatPlural(Math.round(seconds / HOUR), 'hour', 'hours');
}
