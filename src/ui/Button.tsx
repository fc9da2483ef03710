import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './button.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'size' | 'icon'> {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'm' | 'l';
  readonly icon?: string;
  readonly shortcut?: string;
  /** Shows that it works; clicks are ignored meanwhile. */
  readonly busy?: boolean;
  readonly children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'plain',
    size = 'm',
    icon,
    shortcut,
    busy = false,
    children,
    ...native
  } = props;
  const { class: extra, onClick, disabled, ...rest } = native;
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${variant} button-${size} ${extra ?? ''}`}
      disabled={disabled ?? false}
      aria-busy={busy}
      {...(busy ? {} : { onClick })}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </button>
  );
}
