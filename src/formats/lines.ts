/** Splits chunks into lines, whatever the line ends; drops a byte-order mark at the start. */
export interface Lines {
  readonly push: (chunk: string) => void;
  readonly end: () => void;
}

export function splitLines(onLine: (line: string, row: number) => void): Lines {
  let parts: string[] = [];
  let row = 0;
  let isFirst = true;
  let endedOnReturn = false;
  const emit = (line: string): void => {
    row += 1;
    onLine(line, row);
  };
  return {
    push(chunk) {
      let text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk;
      if (chunk !== '') isFirst = false;
      if (endedOnReturn && text.startsWith('\n')) text = text.slice(1);
      endedOnReturn = text === '' ? endedOnReturn : text.endsWith('\r');
      const pieces = text.split(/\r\n|\n|\r/);
      const last = pieces.pop() ?? '';
      for (const piece of pieces) {
        emit(parts.join('') + piece);
        parts = [];
      }
      if (last !== '') parts.push(last);
    },
    end() {
      if (parts.length > 0) emit(parts.join(''));
      parts = [];
    },
  };
}
