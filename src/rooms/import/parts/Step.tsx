import type { ComponentChildren } from 'preact';

interface StepProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly aside?: ComponentChildren;
}

export function Step({ id, title, aside, children }: StepProps) {
  return (
    <section class="import-step" aria-labelledby={`import-${id}`}>
      <div class="import-step-head">
        <h2 id={`import-${id}`}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
