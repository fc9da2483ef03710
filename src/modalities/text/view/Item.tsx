import { useShown } from '../../use-shown.ts';
import type { ItemViewProps } from '../../view-contract.ts';

/** Longer texts are set smaller, so that they fit the desk. */
const LONG_TEXT = 400;
const SMALL_CHARACTERS = 220;

/** A text as text: never markup, whatever it holds. Direction follows its own letters. */
export function TextItem({ content, isSmall, onShown }: ItemViewProps) {
  useShown(true, onShown);
  if (content.kind !== 'text') return null;
  const { text } = content;
  if (isSmall) return <span dir="auto">{text.slice(0, SMALL_CHARACTERS)}</span>;
  return (
    <p class={`text-view ${text.length > LONG_TEXT ? 'text-view-long' : ''}`} dir="auto">
      {text}
    </p>
  );
}
