/** Files that leave the project. Each says what was saved, or why not. */
import type { Outcome } from '../../../workers/api.ts';
import { toFileName } from '../shared/file-name.ts';
import { formatBytes } from '../shared/format-bytes.ts';
import { messageOf } from '../shared/message-of.ts';
import type { DataProps } from './props.ts';
import { strings } from './strings.ts';

export type ExportWhat = 'labels' | 'predictions';
export type ExportKind = 'csv' | 'jsonl';
export type CardKind = 'md' | 'json';

export async function exportFile(
  { services, session }: DataProps,
  what: ExportWhat,
  kind: ExportKind,
): Promise<void> {
  const { importer, notify, saveFile } = services;
  const make = async (): Promise<Outcome<Blob>> => {
    if (what === 'labels') return importer.exportLabels(session.id, kind);
    // Where another tab leads, that tab stores; what it stored last is what there is.
    await session.learnerClient.store();
    return importer.exportPredictions(session.id, kind);
  };
  try {
    const outcome = await make();
    if (!outcome.ok) throw new Error(outcome.error.message);
    const toName = what === 'labels' ? strings.export.labelsFile : strings.export.predictionsFile;
    const name = toName(toFileName(session.project.value.name), kind);
    saveFile(outcome.value, name);
    notify({
      tone: 'good',
      text: strings.export.done(name, formatBytes(outcome.value.size)),
      // A second download that nobody asked for would be stopped by the browser: it is offered.
      action: {
        label: strings.card.offer,
        run: () => void exportCard({ services, session }, 'md'),
      },
    });
  } catch (error) {
    notify({ tone: 'bad', text: strings.export.failed(messageOf(error)) });
  }
}

/** How this was sampled: one file for people, one for programs. */
export async function exportCard({ services, session }: DataProps, kind: CardKind): Promise<void> {
  const { importer, notify, saveFile } = services;
  const outcome = await importer.exportCard(session.id, kind);
  if (!outcome.ok)
    return notify({ tone: 'bad', text: strings.export.failed(outcome.error.message) });
  const name = strings.card.file(toFileName(session.project.value.name), kind);
  saveFile(outcome.value, name);
  notify({ tone: 'good', text: strings.export.done(name, formatBytes(outcome.value.size)) });
}
