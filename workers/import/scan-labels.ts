import type { LabelScan, PreviewOptions, SourceInput } from '../api.ts';
import { readEntries } from './entries.ts';
import { splitLabels } from './label-cell.ts';
import { fileRow } from './media/file-row.ts';
import { modalityOfFiles, whyNotOf } from './media/which-files.ts';
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
  const isToldAsText = request.options.format !== undefined;
  const modality = isToldAsText ? null : await modalityOfFiles(request.sources);
  if (modality === null) await countRows();
  else await countFiles(modality);
  const labels = [...counts]
    .map(([value, times]) => ({ value, count: times }))
    .sort((a, b) => b.count - a.count);
  return { labels: labels.slice(0, MAX_LABELS), rows, truncated: labels.length > MAX_LABELS };

  function count(values: Readonly<Record<string, string>>): void {
    rows += 1;
    for (const column of request.columns) {
      for (const label of splitLabels(values[column] ?? '', request.separator)) {
        counts.set(label, (counts.get(label) ?? 0) + 1);
      }
    }
  }

  /** Pictures and recordings are labelled by their folders. */
  async function countFiles(modality: string): Promise<void> {
    const between = async (): Promise<boolean> => !request.isCancelled();
    for await (const entry of readEntries(request.sources, { between })) {
      if (entry.kind === 'bad' || (await whyNotOf(modality, entry)) !== null) continue;
      count(fileRow(entry.name));
    }
  }

  async function countRows(): Promise<void> {
    for (const source of request.sources) {
      const settled = await settleSource(source, request.options, request.sources.length);
      await readSource(settled, {
        sink: {
          columns: () => undefined,
          bad: () => undefined,
          row: ({ values }) => count(values),
        },
        between: async () => !request.isCancelled(),
      });
    }
  }
}
