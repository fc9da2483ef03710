import { JSONParser } from '@streamparser/json';
import { emptyRow } from './columns.ts';
import type { Format, Reader, ReadSink } from './format.ts';
import { looksLikeJson, startsWithList } from './json-start.ts';
import { createRecordSink } from './record-sink.ts';

export const json = {
  id: 'json',
  label: 'JSON (a list of objects or texts)',
  extensions: ['json'],
  sniff(head: string, fileName: string) {
    const isNamed = /\.json$/i.test(fileName);
    if (!looksLikeJson(head)) return isNamed ? 0.3 : 0;
    if (isNamed) return 0.95;
    return startsWithList(head) ? 0.8 : 0.75;
  },
  defaults: () => ({}),
  read: readJson,
  write: {
    header: () => '[',
    row: (values: Readonly<Record<string, unknown>>, _columns: readonly string[], index: number) =>
      `${index === 0 ? '\n' : ',\n'}${JSON.stringify(values)}`,
    footer: () => '\n]\n',
  },
} as const satisfies Format;

/**
 * Streams the members of the outermost list, or of every list directly inside the outermost object
 * (`{"data": [...]}`). An object without lists is one row. Rows are counted from 1 in the order of
 * the members.
 */
function readJson(_options: unknown, sink: ReadSink): Reader {
  const records = createRecordSink(sink);
  const rootFields = emptyRow() as Record<string, unknown>;
  let row = 0;
  let isFirst = true;
  let failure: string | null = null;
  const parser = new JSONParser({ paths: ['$.*', '$.*.*'], keepStack: false });
  parser.onValue = ({ value, key, parent, stack }) => {
    const isRootMember = stack.length === 1;
    if (isRootMember && typeof key === 'string') rootFields[key] = value;
    const isInRootList = isRootMember && typeof key === 'number';
    const isInNamedList =
      stack.length === 2 && typeof key === 'number' && typeof stack[1]?.key === 'string';
    if (!isInRootList && !isInNamedList) return;
    row += 1;
    records.value(row, value, '');
    // A named list is itself kept until its end: what has been read need not be.
    if (isInNamedList && Array.isArray(parent)) parent[key] = null;
  };
  const fail = (found: string): void => {
    failure ??= `from here on the file is not valid JSON${found}; the rows before were read`;
  };
  parser.onError = (error) => {
    const found = /^Unexpected "([\s\S]*?)" at/.exec(error.message)?.[1];
    fail(found === undefined ? '' : ` (“${found}” is not expected here)`);
  };
  return {
    push(chunk) {
      const text = isFirst ? chunk.replace(/^\uFEFF/, '').trimStart() : chunk;
      if (failure !== null || text === '') return;
      isFirst = false;
      if (!parser.isEnded) parser.write(text);
      else if (text.trim() !== '') fail(' (text follows its end)');
    },
    end() {
      const isWhole = failure === null && (isFirst || parser.isEnded);
      if (isWhole && row === 0 && Object.keys(rootFields).length > 0) {
        row = 1;
        records.value(1, rootFields, '');
      }
      if (!isWhole) {
        const reason =
          failure ?? 'the file ends in the middle of its JSON; the rows before were read';
        sink.bad({ row: row + 1, reason, excerpt: '' });
      }
      records.end();
    },
  };
}
