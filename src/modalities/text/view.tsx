import type { ModalityView } from '../view-contract.ts';
import { featureOf } from './features.ts';
import { ChangedText } from './view/Changed.tsx';
import { TextEditor } from './view/Editor.tsx';
import { ExplainedText } from './view/Explained.tsx';
import { TextItem } from './view/Item.tsx';
import { strings } from './view/strings.ts';

export const textView: ModalityView = {
  Item: TextItem,
  Explained: ExplainedText,
  Changed: ChangedText,
  Editor: TextEditor,
  featureOf,
  words: {
    ...strings.words,
    nameOfPart: (part, content) =>
      part.kind === 'span' && content.kind === 'text'
        ? content.text.slice(part.start, part.end)
        : '',
  },
};
