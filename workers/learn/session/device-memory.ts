/** Gigabytes of memory as the browser tells them (0.25 to 32); null where it tells nothing. */
export function deviceMemory(): number | null {
  return (navigator as { readonly deviceMemory?: number }).deviceMemory ?? null;
}
