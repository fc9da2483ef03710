import type { LabelScan, PreviewOptions, SourceInput } from '../api.ts';
import { splitLabels } from './label-cell.ts';
import { readSource, settleSource } from './source.ts';

/** More distinct labels than this are reported as cut: no project has ten thousand classes. */
const MAX_LABELS = 1_000;

export interface ScanRequest {
  readonly sources: readonly SourceInput[];
  readonly options: PreviewOptions;
  readonly columns: readonly string[];
  readonly separator: string | null;
  readonly isCancelled: () => boolean;
}

/** Reads everything once and counts the values of the label columns. */
export async function scanLabels(request: ScanRequest): Promise<LabelScan> {
  const counts = new Map<string, number>();
  let rows = 0;
  for (const source of request.sources) {
    const settled = await settleSource(source, request.options, request.sources.length);
    await readSource(settled, {
      sink: {
        columns: () => undefined,
        bad: () => undefined,
        row: ({ values }) => {
          rows += 1;
          for (const column of request.columns) {
            for (const label of splitLabels(values[column] ?? '', request.separator)) {
              counts.set(label, (counts.get(label) ?? 0) + 1);
            }
          }
        },
      },
      between: async () => !request.isCancelled(),
    });
  }
  const labels = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count);
  return { labels: labels.slice(0, MAX_LABELS), rows, truncated: labels.length > MAX_LABELS };
}
