import type { RoomAction } from '../room.ts';
import { saveBackup } from '../shared/save-backup.ts';
import { type ExportKind, type ExportWhat, exportFile } from './export-actions.ts';
import type { DataProps } from './props.ts';
import { strings } from './strings.ts';

/** What the palette offers while this room is open. */
export function dataActions(props: DataProps): readonly RoomAction[] {
  const { services, session } = props;
  const exporting = (what: ExportWhat, kind: ExportKind, label: string): RoomAction => ({
    id: `data.${what}-${kind}`,
    label: `${strings.export.title}: ${label}`,
    shortcut: '',
    run: () => exportFile(props, what, kind),
    unavailable: () =>
      what === 'predictions' && session.learner.value.trainedOn === 0
        ? strings.export.noModel
        : null,
  });
  const { csvLabel, jsonlLabel, labels, predictions } = strings.export;
  return [
    {
      id: 'data.add',
      label: strings.imports.add,
      shortcut: 'a',
      run: () => services.router.go('import', null, session.id),
    },
    {
      id: 'data.backup',
      label: strings.export.backupGo,
      shortcut: 'b',
      run: async () => {
        await saveBackup(services, { id: session.id, project: session.project.value });
      },
    },
    exporting('labels', 'csv', csvLabel(labels)),
    exporting('labels', 'jsonl', jsonlLabel(labels)),
    exporting('predictions', 'csv', csvLabel(predictions)),
    exporting('predictions', 'jsonl', jsonlLabel(predictions)),
  ];
}
