/** What measured figures hold for: this browser, isolated or not. Same in a page and in its workers. */
export function deviceSignature(): string {
  return `${navigator.userAgent}|${globalThis.crossOriginIsolated}`;
}
