import type { ComponentChildren } from 'preact';
import './notice.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly picture?: ComponentChildren;
}

export function EmptyState({ title, children, actions, picture }: EmptyStateProps) {
  return (
    <div class="empty-state">
      {picture}
      <h2>{title}</h2>
      <div class="empty-state-words">{children}</div>
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
