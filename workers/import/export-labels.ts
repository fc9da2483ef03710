/** Labels out: a spreadsheet with a row per item, or every annotation of every item as JSONL. */
import type { DecisionEvent } from '../../src/domain/fold/ledger.ts';
import type { Item, ProjectId } from '../../src/domain/records.ts';
import { decisionsOn } from '../../src/domain/repeats.ts';
import { csv } from '../../src/formats/csv.ts';
import { safeRow } from '../../src/formats/spreadsheet-safe.ts';
import type { Storage } from '../../src/storage/api.ts';
import { contentCells, contentColumns, fieldsOf } from './content-cells.ts';
import { createBlobBuilder, type ExportContext, openExport } from './export-context.ts';

/** Separates several labels in one CSV cell. */
const LABEL_SEPARATOR = '|';

const ID_COLUMNS = ['id', 'external_id'] as const;

const COLUMNS = [
  'label',
  'source',
  'status',
  'annotator',
  'at',
  'seconds',
  'audit',
  'proposal',
  'proposal_probability',
  'flag',
] as const;

export async function exportLabels(
  storage: Storage,
  projectId: ProjectId,
  kind: 'csv' | 'jsonl',
): Promise<Blob> {
  const context = await openExport(storage, projectId);
  return kind === 'csv' ? labelsAsCsv(context) : labelsAsJsonl(context);
}

async function labelsAsCsv(context: ExportContext): Promise<Blob> {
  const fieldNames = await collectFieldNames(context);
  const own = contentColumns(context.state.project.modality);
  const columns = [...ID_COLUMNS, ...own, ...COLUMNS, ...fieldNames];
  const builder = createBlobBuilder('text/csv;charset=utf-8');
  builder.add(`\uFEFF${csv.write.header(columns)}`); // The mark makes Excel read UTF-8.
  for await (const items of context.items()) {
    for (const item of items) {
      const values = fieldsOf(item);
      const fields = Object.fromEntries(
        fieldNames.map((name) => [name, values[fieldKey(name)] ?? '']),
      );
      builder.add(csv.write.row(safeRow({ ...fields, ...labelCells(item, context) }), columns));
    }
  }
  return builder.build();
}

/** Imported columns are told apart from ours by a prefix. */
const FIELD_PREFIX = 'field_';
const fieldKey = (column: string): string => column.slice(FIELD_PREFIX.length);

async function collectFieldNames(context: ExportContext): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const items of context.items()) {
    for (const item of items)
      for (const name of Object.keys(fieldsOf(item))) names.add(FIELD_PREFIX + name);
  }
  return [...names];
}

function labelCells(item: Item, { state, nameOf }: ExportContext): Record<string, unknown> {
  const label = state.labels.get(item.id);
  const classes = label?.kind === 'answered' ? label.classes : (item.given ?? []);
  const isGiven = label?.kind !== 'answered' && item.given !== null;
  return {
    id: item.id,
    external_id: item.externalId ?? '',
    ...contentCells(item.content),
    label: classes.map(nameOf).join(LABEL_SEPARATOR),
    source: isGiven ? 'given' : label ? 'human' : '',
    status: label?.kind ?? (isGiven ? 'given' : 'unlabelled'),
    annotator: label?.by ?? '',
    at: label ? new Date(label.at).toISOString() : '',
    seconds: label ? label.durationMs / 1000 : '',
    audit: label ? label.audit : '',
    proposal: label?.proposal?.classes.map(nameOf).join(LABEL_SEPARATOR) ?? '',
    proposal_probability: label?.proposal?.probability ?? '',
    flag: state.flags.get(item.id) ?? '',
  };
}

async function labelsAsJsonl(context: ExportContext): Promise<Blob> {
  const builder = createBlobBuilder('application/jsonl;charset=utf-8');
  for await (const items of context.items()) {
    for (const item of items) builder.add(`${JSON.stringify(itemRecord(item, context))}\n`);
  }
  return builder.build();
}

function itemRecord(item: Item, context: ExportContext): Record<string, unknown> {
  const { state, nameOf } = context;
  const label = state.labels.get(item.id);
  const answer = label?.kind === 'answered' ? label.classes : item.given;
  return {
    id: item.id,
    external_id: item.externalId,
    ...contentCells(item.content),
    fields: fieldsOf(item),
    labels: answer?.map(nameOf) ?? null,
    source: label?.kind === 'answered' ? 'human' : item.given ? 'given' : null,
    given: item.given?.map(nameOf) ?? null,
    flag: state.flags.get(item.id) ?? null,
    annotations: decisionsOn(state, item.id).map((event) => annotation(event, context)),
  };
}

function annotation(
  event: DecisionEvent,
  { state, nameOf }: ExportContext,
): Record<string, unknown> {
  const { question, proposal } = event;
  return {
    event: event.id,
    kind: event.type,
    labels: event.type === 'answered' ? event.classes.map(nameOf) : null,
    annotator: event.by,
    device: event.device,
    at: new Date(event.at).toISOString(),
    seconds: event.durationMs / 1000,
    standing: !state.ledger.fallen.has(event.id),
    proposal: proposal && {
      labels: proposal.classes.map(nameOf),
      probability: proposal.probability,
      shown: proposal.shown,
      model: proposal.model,
    },
    question: question && {
      strategy: question.strategy,
      score: question.score,
      selection_probability: question.probability,
      audit: question.audit,
      repeat: question.repeat ?? false,
      pool: question.poolSize,
      model: question.model,
      checkpoint: question.checkpoint,
    },
  };
}
