/** Turns \r\n and \r into \n across chunk boundaries, and drops a byte-order mark at the start. */
export interface LineEnds {
  readonly unify: (chunk: string) => string;
  /** What was held back at the end of the last chunk. */
  readonly flush: () => string;
}

export function createLineEnds(): LineEnds {
  let held = '';
  let isFirst = true;
  return {
    unify(chunk) {
      let text = held + chunk;
      if (isFirst && text !== '') {
        text = text.replace(/^\uFEFF/, '');
        isFirst = false;
      }
      held = text.endsWith('\r') ? '\r' : '';
      if (held !== '') text = text.slice(0, -1);
      return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    },
    flush: () => (held === '' ? '' : '\n'),
  };
}
