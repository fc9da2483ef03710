/** What a person typed into a field for a number: null where it is empty, NaN where it is none. */
export function readAmount(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  // A comma is the decimal mark of half the world.
  return /^\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : Number.NaN;
}
