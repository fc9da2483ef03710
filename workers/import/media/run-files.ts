/** The import of pictures and recordings: file by file, each item with what it names on the disk. */
import type { ImportId, ProjectSettings } from '../../../src/domain/records.ts';
import type { ImportPlan, SourceInput } from '../../api.ts';
import { readEntries } from '../entries.ts';
import { ImportFailure } from '../failure.ts';
import type { ItemWriter } from '../item-writer.ts';
import { toItem } from '../row-to-item.ts';
import { fileRow } from './file-row.ts';
import { mediaReaders } from './index.ts';
import type { DecodeSound, MediaFile, MediaReader } from './media-reader.ts';
import { whyNotOf } from './which-files.ts';

export interface FilesRequest {
  readonly sources: readonly SourceInput[];
  readonly plan: ImportPlan;
  readonly importId: ImportId;
  readonly settings: ProjectSettings;
  readonly decodeSound: DecodeSound;
  readonly writer: ItemWriter;
  readonly bad: (row: { row: number; reason: string; excerpt: string }) => void;
  /** Called between files; false stops. */
  readonly between: (bytesRead: number) => Promise<boolean>;
}

export async function readFiles(request: FilesRequest): Promise<void> {
  const { sources, plan, writer, between } = request;
  const reader = mediaReaders[plan.modality];
  if (!reader) throw new ImportFailure('bad-input', `Unknown kind of item ${plan.modality}.`);
  let row = 0;
  for await (const entry of readEntries(sources, { between })) {
    row += 1;
    const bad = (reason: string): void => request.bad({ row, reason, excerpt: entry.name });
    if (entry.kind === 'bad') bad(entry.reason);
    else await readFile({ ...request, reader, file: entry, bad });
    await writer.flush(false);
  }
}

interface FileRequest extends Omit<FilesRequest, 'bad'> {
  readonly reader: MediaReader;
  readonly file: MediaFile;
  readonly bad: (reason: string) => void;
}

async function readFile(request: FileRequest): Promise<void> {
  const { reader, file, plan, importId, settings, decodeSound, writer, bad } = request;
  const whyNot = await whyNotOf(plan.modality, file);
  if (whyNot !== null) return bad(whyNot);
  const options = plan.media ?? {};
  const outcome = await reader.read(file, { settings, options, decodeSound });
  if ('problem' in outcome) return bad(outcome.problem);
  const values = fileRow(file.name);
  for (const { content, hash, files, fields, caches } of outcome.items) {
    const item = toItem({ values, content, hash, plan, importId, externalId: file.name });
    if ('problem' in item) return bad(item.problem);
    writer.take({ ...item, fields: { ...item.fields, ...fields } }, files, caches);
  }
}
