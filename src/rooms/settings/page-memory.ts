/** Bytes of JavaScript in use by this page, workers not counted; null where the browser does not tell. */
export function pageMemory(): number | null {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? null;
}
