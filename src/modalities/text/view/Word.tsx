import { useSignal } from '@preact/signals';
import type { SpanPart } from '../../explain-contract.ts';
import type { Strength } from '../../share.ts';
import type { Run } from './runs.ts';
import { strings } from './strings.ts';
import { selectedStretch, selectStretch } from './text-offsets.ts';

export interface WordProps {
  readonly run: Extract<Run, { kind: 'word' }>;
  readonly className: string;
  readonly root: { readonly current: HTMLElement | null };
  readonly parts: readonly SpanPart[];
  readonly pick: (start: number, end: number, isByKeyboard: boolean) => void;
}

/** A word as a button. Shift and an arrow widen it to a phrase, word by word. */
export function Word({ run, className, root, parts, pick }: WordProps) {
  const { start, end, text, strength, isSaid, share } = run;
  const pickedEnd = useSignal(end);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.shiftKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      event.stopPropagation();
      pickedEnd.value = widened(parts, pickedEnd.value, event.key === 'ArrowRight' ? 1 : -1, end);
      if (root.current) selectStretch(root.current, start, pickedEnd.value);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pick(start, pickedEnd.value, true);
    }
  };
  const onClick = (event: MouseEvent): void => {
    if (root.current && selectedStretch(root.current)) return;
    event.stopPropagation();
    // A screen reader or a switch presses without a pointer.
    pick(start, end, event.detail === 0);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a real button is one box in its line, which breaks the order of right-to-left words and the selection of phrases
    <span
      role="button"
      tabIndex={0}
      class="study-word"
      data-word={start}
      data-verb={share.total < 0 ? 'against' : 'for'}
      data-strength={strength}
      data-said={isSaid}
      aria-label={nameOfWord({ text, strength, isSaid, total: share.total, className })}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={() => {
        pickedEnd.value = end;
      }}
    >
      {text}
    </span>
  );
}

/** The end of the phrase after one more word, or one less; never before the first word's end. */
function widened(parts: readonly SpanPart[], end: number, step: 1 | -1, least: number): number {
  const at = parts.findIndex((part) => part.end === end);
  return Math.max(least, parts[at + step]?.end ?? end);
}

interface NameOfWordInput {
  readonly text: string;
  readonly strength: Strength;
  readonly isSaid: boolean;
  readonly total: number;
  readonly className: string;
}

function nameOfWord({ text, strength, isSaid, total, className }: NameOfWordInput): string {
  const { names } = strings;
  const name =
    strength === 0
      ? names.none(text, className)
      : names.word(text, total < 0 ? 'against' : 'for', className, strings.strength[strength]);
  return isSaid ? names.said(name) : name;
}
