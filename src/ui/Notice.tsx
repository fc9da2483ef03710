import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import './notice.css';

export interface NoticeProps {
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

const ICONS = { plain: 'info', good: 'check', warn: 'warning', bad: 'warning' } as const;

export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} />
      <div class="notice-body">
        {title && <p class="notice-title">{title}</p>}
        <div>{children}</div>
        {actions && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
