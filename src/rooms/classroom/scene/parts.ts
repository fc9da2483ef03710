/** `key.value` segments of an address, and numbers in them. */
export type Parts = ReadonlyMap<string, string>;

export function splitParts(path: string): Parts {
  return new Map(
    path.split('/').flatMap((segment): [string, string][] => {
      const at = segment.indexOf('.');
      return at > 0 ? [[segment.slice(0, at), segment.slice(at + 1)]] : [];
    }),
  );
}

/** A whole number within the limits, or undefined. */
export function whole(
  text: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  return Math.min(most, Math.max(least, Number(text)));
}

export const percent = (share: number): number => Math.round(100 * share);

/** A share written as whole percent. */
export function fraction(text: string | undefined): number | undefined {
  const value = whole(text, { least: 0, most: 100 });
  return value === undefined ? undefined : value / 100;
}
