import type { ComponentChildren } from 'preact';
import type { FoldName, Folds } from '../study.ts';

export interface FoldProps {
  readonly folds: Folds;
  readonly name: FoldName;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A section that stays open or closed from item to item. Closed, it costs nothing. */
export function Fold({ folds, name, title, children }: FoldProps) {
  const isOpen = folds.value[name];
  return (
    <details
      class="study-section study-fold"
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open !== folds.peek()[name]) folds.value = { ...folds.peek(), [name]: open };
      }}
    >
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
