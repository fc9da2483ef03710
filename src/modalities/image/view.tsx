import { gridOf } from '../places/places.ts';
import type { ModalityView } from '../view-contract.ts';
import { ChangedImage } from './view/Changed.tsx';
import { ImageEditor } from './view/Editor.tsx';
import { ExplainedImage } from './view/Explained.tsx';
import { ImageItem } from './view/Item.tsx';
import { placeName } from './view/place-name.ts';
import { strings } from './view/strings.ts';

export const imageView: ModalityView = {
  Item: ImageItem,
  Explained: ExplainedImage,
  Changed: ChangedImage,
  Editor: ImageEditor,
  words: {
    ...strings.words,
    nameOfPart: (part) =>
      part.kind === 'region' ? placeName(part.region, gridOf([part.region])) : '',
  },
};
