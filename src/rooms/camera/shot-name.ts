/** `camera-2026-11-27-143015-0042.jpg`: by the clock on the wall, and by its number in the project. */
export function shotName(now: number, ordinal: number): string {
  const at = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  return `camera-${day}-${time}-${String(ordinal + 1).padStart(4, '0')}.jpg`;
}
