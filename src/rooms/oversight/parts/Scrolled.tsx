import type { ComponentChildren } from 'preact';

interface ScrolledProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A table that may be wider than the screen: it scrolls by finger and, focused, by arrow keys. */
export function Scrolled({ label, children }: ScrolledProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1: what scrolls must scroll by keyboard.
    <section class="oversight-scrolled" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
