import { monotonicFactory, ulid } from 'ulid';
import type { ClassId, ImportId, ItemId, ProjectId } from '../../src/domain/records.ts';
import { hashOfContent } from '../../src/modalities/content-hash.ts';
import { samples } from '../../src/samples/index.ts';
import type { Storage } from '../../src/storage/api.ts';
import { noteWhileImporting } from '../../src/storage/interrupted-imports.ts';
import type { ImportProgress, ImportReport } from '../api.ts';
import { ImportFailure } from './failure.ts';
import { type ItemWriter, withItemWriter } from './item-writer.ts';
import { recordImport } from './record-import.ts';
import { storeSample } from './sample-content.ts';

const nextId = monotonicFactory();
/** Everyone gets the same sample: figures can be compared. */
const SAMPLE_SEED = 20261121;

export interface SampleRequest {
  readonly storage: Storage;
  readonly sampleId: string;
  readonly projectId: ProjectId;
  readonly classes: Readonly<Record<string, ClassId>>;
  readonly isCancelled: () => boolean;
  readonly listener: (progress: ImportProgress) => void;
}

/** Generates the items of a built-in sample; the truth goes along hidden, for demonstrations. */
export async function runSample(request: SampleRequest): Promise<ImportReport> {
  const { storage, sampleId, projectId } = request;
  const sample = samples.find((one) => one.id === sampleId);
  if (!sample) {
    const known = samples.map((one) => one.id).join(', ');
    throw new ImportFailure('not-found', `Unknown sample ${sampleId}; known: ${known}.`);
  }
  const importId = ulid() as ImportId;
  return noteWhileImporting(storage, { projectId, importId }, async () => {
    try {
      return await withItemWriter({ storage, projectId, duplicates: 'keep' }, (writer) =>
        generate(writer, { ...request, sample, importId }),
      );
    } catch (error) {
      await storage.items.removeImport(projectId, importId);
      throw error;
    }
  });
}

interface GenerateRequest extends SampleRequest {
  readonly sample: (typeof samples)[number];
  readonly importId: ImportId;
}

async function generate(writer: ItemWriter, request: GenerateRequest): Promise<ImportReport> {
  const { storage, sampleId, projectId, classes, listener, isCancelled, sample, importId } =
    request;
  let done = 0;
  for (const { content: made, classes: truth, fields } of sample.generate(SAMPLE_SEED)) {
    const { content, files } = await storeSample(made);
    const item = {
      id: nextId() as ItemId,
      projectId,
      hash: hashOfContent(content),
      externalId: `${sampleId}-${done + 1}`,
      content,
      fields,
      given: null,
      oracle: truth.flatMap((name) => classes[name] ?? []),
      importId,
    };
    writer.take(item, files);
    done += 1;
    if (done % (files.length > 0 ? 50 : 500) !== 0) continue;
    if (isCancelled()) throw new ImportFailure('cancelled', 'Cancelled; nothing was kept.');
    await writer.flush(false);
    listener({
      bytesRead: done,
      bytesTotal: sample.count,
      added: writer.added(),
      duplicates: 0,
      rejected: 0,
    });
  }
  await writer.flush(true);
  const report = {
    bytesRead: done,
    bytesTotal: done,
    added: writer.added(),
    duplicates: 0,
    rejected: 0,
    importId,
    bad: [],
  };
  await recordImport(storage, projectId, {
    ...report,
    sources: [{ name: `${sample.label}.sample` }],
  });
  return report;
}
