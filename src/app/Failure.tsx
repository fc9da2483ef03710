import type { ComponentChildren } from 'preact';
import { Notice } from '../ui/Notice.tsx';

export interface FailureProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
}

/** A page that says why there is nothing else to show, and what to do. */
export function Failure({ title, children, actions }: FailureProps) {
  return (
    <section class="app-failure">
      <h1>{title}</h1>
      <Notice tone="bad" actions={actions}>
        {children}
      </Notice>
    </section>
  );
}
