import type { ModalityView } from '../view-contract.ts';
import { ChangedRow } from './view/Changed.tsx';
import { RowEditor } from './view/Editor.tsx';
import { ExplainedRow } from './view/Explained.tsx';
import { TableItem } from './view/Item.tsx';
import { strings } from './view/strings.ts';

export const tableView: ModalityView = {
  Item: TableItem,
  Explained: ExplainedRow,
  Changed: ChangedRow,
  Editor: RowEditor,
  words: {
    ...strings.words,
    nameOfPart: (part) => (part.kind === 'column' ? part.column : ''),
  },
};
