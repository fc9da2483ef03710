import type { FeatureRef } from '../../domain/explanation/feature.ts';
import type { ModalityView } from '../view-contract.ts';
import { asTableOverview } from './overview.ts';
import { ChangedTable } from './view/Changed.tsx';
import { TableEditor } from './view/Editor.tsx';
import { ExplainedTable } from './view/Explained.tsx';
import { TableItem } from './view/Item.tsx';
import { strings } from './view/strings.ts';

/** Numbers and dates raise or lower; levels speak for or against; a column of levels does neither. */
function verbsFor(feature: FeatureRef, overview: unknown) {
  if (feature.kind !== 'column' || feature.level !== undefined) return undefined;
  const columns = asTableOverview(overview)?.columns ?? [];
  const kind = columns.find(({ name }) => name === feature.column)?.kind;
  return kind === 'number' || kind === 'date' ? strings.verbs : null;
}

export const tableView: ModalityView = {
  Item: TableItem,
  Explained: ExplainedTable,
  Changed: ChangedTable,
  Editor: TableEditor,
  verbsFor,
  words: {
    ...strings.words,
    nameOfPart: (part) => (part.kind === 'column' ? part.column : ''),
  },
};
