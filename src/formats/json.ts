import { JSONParser } from '@streamparser/json';
import { emptyRow } from './columns.ts';
import type { Format, Reader, ReadSink } from './format.ts';
import { createRecordSink } from './record-sink.ts';

export const json: Format = {
  id: 'json',
  label: 'JSON (a list of objects or texts)',
  extensions: ['json'],
  sniff(head, fileName) {
    const start = head.replace(/^\uFEFF/, '').trimStart();
    const isList = start.startsWith('[');
    if (/\.json$/i.test(fileName)) return isList || start.startsWith('{') ? 0.93 : 0.3;
    return isList ? 0.8 : start.startsWith('{') ? 0.4 : 0;
  },
  defaults: () => ({}),
  read: readJson,
  write: {
    header: () => '',
    row: (values) => `${JSON.stringify(values)}\n`,
  },
};

/**
 * Streams the members of the outermost list, or of every list directly inside the outermost object
 * (`{"data": [...]}`). An object without lists is one row.
 */
function readJson(_options: unknown, sink: ReadSink): Reader {
  const records = createRecordSink(sink);
  const rootFields = emptyRow() as Record<string, unknown>;
  let row = 0;
  let isFirst = true;
  let failure: string | null = null;
  const parser = new JSONParser({ paths: ['$.*', '$.*.*'], keepStack: false });
  parser.onValue = ({ value, key, stack }) => {
    const isRootMember = stack.length === 1;
    if (isRootMember && typeof key === 'string') rootFields[key] = value;
    const isInRootList = isRootMember && typeof key === 'number';
    const isInNamedList =
      stack.length === 2 && typeof key === 'number' && typeof stack[1]?.key === 'string';
    if (!isInRootList && !isInNamedList) return;
    row += 1;
    records.value(row, value, String(value));
  };
  parser.onError = (error) => {
    failure = `from here on the file is not valid JSON (${error.message}); the rows before it were read`;
  };
  return {
    push(chunk) {
      if (failure !== null) return;
      const text = isFirst ? chunk.replace(/^\uFEFF/, '').trimStart() : chunk;
      if (text !== '') isFirst = false;
      parser.write(text);
    },
    end() {
      if (row === 0 && Object.keys(rootFields).length > 0) records.value(1, rootFields, '');
      if (failure === null && !isFirst && !parser.isEnded) {
        failure = 'the file ends in the middle of its JSON; the rows before were read';
      }
      if (failure !== null) sink.bad({ row: row + 1, reason: failure, excerpt: '' });
      records.end();
    },
  };
}
