/** Files that leave the project. Each says what was saved, or why not. */
import type { Outcome } from '../../../workers/api.ts';
import { toFileName } from '../shared/file-name.ts';
import { formatBytes } from '../shared/format-bytes.ts';
import { messageOf } from '../shared/message-of.ts';
import type { DataProps } from './props.ts';
import { strings } from './strings.ts';

export type ExportWhat = 'labels' | 'predictions';
export type ExportKind = 'csv' | 'jsonl';

export async function exportFile(
  { services, session }: DataProps,
  what: ExportWhat,
  kind: ExportKind,
): Promise<void> {
  const { importer, notify, saveFile } = services;
  const make = (): Promise<Outcome<Blob>> =>
    what === 'labels'
      ? importer.exportLabels(session.id, kind)
      : importer.exportPredictions(session.id, kind);
  try {
    const outcome = await make();
    if (!outcome.ok) throw new Error(outcome.error.message);
    const toName = what === 'labels' ? strings.export.labelsFile : strings.export.predictionsFile;
    const name = toName(toFileName(session.project.value.name), kind);
    saveFile(outcome.value, name);
    notify({ tone: 'good', text: strings.export.done(name, formatBytes(outcome.value.size)) });
  } catch (error) {
    notify({ tone: 'bad', text: strings.export.failed(messageOf(error)) });
  }
}
