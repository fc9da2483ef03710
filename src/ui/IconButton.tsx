import type { ButtonHTMLAttributes } from 'preact';
import { Icon } from './Icon.tsx';
import './button.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes, 'label' | 'icon'> {
  readonly icon: string;
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly pressed?: boolean;
}

export function IconButton({ icon, label, pressed, class: extra, ...native }: IconButtonProps) {
  return (
    <button
      type="button"
      {...native}
      class={`button button-quiet button-icon ${extra ?? ''}`}
      aria-label={label}
      title={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      <Icon name={icon} />
    </button>
  );
}
