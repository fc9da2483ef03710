/** Rows of text files, each an item: a stream from the file to the writer. */
import type { ImportId } from '../../src/domain/records.ts';
import type { BadRow } from '../../src/formats/format.ts';
import type { ImportPlan, SourceInput } from '../api.ts';
import type { ItemWriter } from './item-writer.ts';
import { rowToItem } from './row-to-item.ts';
import { readSource, settleSource } from './source.ts';

export interface RowsRequest {
  readonly sources: readonly SourceInput[];
  readonly plan: ImportPlan;
  readonly importId: ImportId;
  readonly writer: ItemWriter;
  readonly bad: (row: BadRow) => void;
  /** Called between slices with the bytes read so far; false stops. */
  readonly between: (bytesRead: number) => Promise<boolean>;
}

export async function readRows(request: RowsRequest): Promise<void> {
  const { sources, plan, importId, writer, bad, between } = request;
  let before = 0;
  for (const source of sources) {
    const settled = await settleSource(source, plan.options, sources.length);
    const isWholeFile = settled.options.unit === 'file';
    const context = { plan, importId, fileName: source.name, isWholeFile };
    await readSource(settled, {
      sink: {
        columns: () => undefined,
        bad,
        row(row) {
          const outcome = rowToItem(row, context);
          if (!('problem' in outcome)) return writer.take(outcome);
          const excerpt = Object.values(row.values).join(' · ').slice(0, 200);
          bad({ row: row.row, reason: outcome.problem, excerpt });
        },
      },
      between: (bytesRead) => between(before + bytesRead),
    });
    before += source.blob.size;
  }
}
