import type { ItemContent } from '../../domain/records.ts';

/** Longer texts are set smaller, so that they fit the desk. */
const LONG_TEXT = 400;

/** A text as text: never markup, whatever it holds. Direction follows its own letters. */
export function TextView({ content }: { readonly content: ItemContent }) {
  const isLong = content.text.length > LONG_TEXT;
  return (
    <p class={`text-view ${isLong ? 'text-view-long' : ''}`} dir="auto">
      {content.text}
    </p>
  );
}
