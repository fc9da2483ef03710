import type { FeatureRef } from '../../domain/explanation/feature.ts';
import type { ModalityView } from '../view-contract.ts';
import { asOverview } from './overview.ts';
import { ChangedRow } from './view/Changed.tsx';
import { RowEditor } from './view/Editor.tsx';
import { ExplainedRow } from './view/Explained.tsx';
import { TableItem } from './view/Item.tsx';
import { strings } from './view/strings.ts';

/** More of a number means something, and a level is there or not; a column of levels is neither. */
function canSpeak(feature: FeatureRef, overview: unknown): boolean {
  if (feature.kind !== 'column' || feature.level !== undefined) return true;
  const column = asOverview(overview)?.columns.find(({ name }) => name === feature.column);
  return column?.kind !== 'category' && column?.kind !== 'text';
}

export const tableView: ModalityView = {
  Item: TableItem,
  Explained: ExplainedRow,
  Changed: ChangedRow,
  Editor: RowEditor,
  canSpeak,
  words: {
    ...strings.words,
    nameOfPart: (part) => (part.kind === 'column' ? part.column : ''),
  },
};
