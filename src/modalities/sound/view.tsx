import type { ModalityView } from '../view-contract.ts';
import './view/sound.css';
import { ChangedSound } from './view/Changed.tsx';
import { SoundEditor } from './view/Editor.tsx';
import { ExplainedSound } from './view/Explained.tsx';
import { SoundItem } from './view/Item.tsx';
import { nameOfPart } from './view/name-of-part.ts';
import { strings } from './view/strings.ts';

export const soundView: ModalityView = {
  Item: SoundItem,
  Explained: ExplainedSound,
  Changed: ChangedSound,
  Editor: SoundEditor,
  words: { ...strings.words, nameOfPart },
};
