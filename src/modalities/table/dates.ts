/**
 * Dates as people write them: ISO 8601, year first, day or month first (found per column), month by
 * its English name, each with or without a time; or a time alone.
 */
export type DateOrder = 'day-first' | 'month-first';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`);
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DAY_NAME = new RegExp(String.raw`^(\d{1,2})\.?[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{4})${TIME}$`);
const NAME_DAY = new RegExp(String.raw`^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})${TIME}$`);
const TIME_ALONE = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?$/;
/** Two-digit years up to this are of this century. */
const PIVOT = 69;

type Match = readonly (string | undefined)[];

/** Milliseconds since 1970 (UTC, or as written where no zone is given); NaN when it is no date. */
export function readDate(cell: string, order: DateOrder): number {
  const text = cell.trim();
  let match: Match | null = YEAR_FIRST.exec(text);
  if (match) return at({ year: match[1], month: match[2], day: match[3] }, match.slice(4));
  match = COMPACT.exec(text);
  if (match) return at({ year: match[1], month: match[2], day: match[3] }, []);
  match = YEAR_LAST.exec(text);
  if (match) {
    const [first, second] = [match[1], match[3]];
    const isDayFirst = order === 'day-first';
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    return at({ year: fullYear(match[4]), month, day }, match.slice(5));
  }
  return readNamed(text);
}

function readNamed(text: string): number {
  let match: Match | null = DAY_NAME.exec(text);
  if (match) return at({ year: match[3], month: monthOf(match[2]), day: match[1] }, match.slice(4));
  match = NAME_DAY.exec(text);
  if (match) return at({ year: match[3], month: monthOf(match[1]), day: match[2] }, match.slice(4));
  match = TIME_ALONE.exec(text);
  return match ? at({ year: '1970', month: '1', day: '1' }, match.slice(1)) : Number.NaN;
}

interface Day {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

function at(parts: Day, [hour, minute, second, half, zone]: Match): number {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const late = half === undefined ? 0 : hourShift(Number(hour), half);
  const [h, m, s] = [Number(hour ?? 0) + late, Number(minute ?? 0), Number(second ?? 0)];
  if (!(month >= 1 && month <= 12 && day >= 1 && h <= 24 && m < 60 && s <= 60)) return Number.NaN;
  const midnight = Date.UTC(year, month - 1, day);
  const isThere = new Date(midnight).getUTCDate() === day;
  return isThere ? midnight + ((h * 60 + m - zoneMinutes(zone)) * 60 + s) * 1000 : Number.NaN;
}

function hourShift(hour: number, half: string): number {
  const isAfternoon = half.toLowerCase() === 'pm';
  if (hour === 12) return isAfternoon ? 0 : -12;
  return isAfternoon ? 12 : 0;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function fullYear(year: string | undefined): string {
  if (year?.length !== 2) return year ?? '';
  return String(Number(year) + (Number(year) <= PIVOT ? 2000 : 1900));
}

/**
 * The order under which more cells are dates. Where both serve alike: the month first between
 * slashes, as in the one country that writes so, else the day.
 */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  const countOf = (order: DateOrder): number =>
    cells.filter((cell) => !Number.isNaN(readDate(cell, order))).length;
  const [days, months] = [countOf('day-first'), countOf('month-first')];
  if (days !== months) return days > months ? 'day-first' : 'month-first';
  return cells.some((cell) => /^\s*\d{1,2}\/\d{1,2}\//.test(cell)) ? 'month-first' : 'day-first';
}
