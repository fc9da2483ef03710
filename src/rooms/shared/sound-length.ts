/** How long compressed sound may be before it is decoded. */

/** Without a length in the header the size decides: 320 kbit/s, more than most recordings have. */
const BYTES_A_MS = 40;
const MINUTE_MS = 60_000;

/** Why it is not decoded, in words that follow the name of the file; null = it is. */
export function refusalOfLength(
  lengthMs: number | null,
  bytes: number,
  mostMs: number,
): string | null {
  const most = `${Math.round(mostMs / MINUTE_MS)} minutes`;
  if (lengthMs === null && bytes > mostMs * BYTES_A_MS)
    return `it does not say how long it is, and is too large for ${most}; split it, or save it as WAV`;
  if (lengthMs === null || lengthMs <= mostMs) return null;
  return `it is longer than ${most}; import it cut into pieces or, where that was chosen, split the file first`;
}
