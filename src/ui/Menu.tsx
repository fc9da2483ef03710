import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './menu.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly icon?: string;
  readonly items: readonly MenuItem[];
}

/** A button that opens a list of acts. Arrow keys move, Escape closes and gives the focus back. */
export function Menu({ label, icon = 'more', items }: MenuProps) {
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (): void => {
    isOpen.value = false;
  };
  useEffect(() => {
    const onOutside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) close();
    };
    addEventListener('pointerdown', onOutside);
    return () => removeEventListener('pointerdown', onOutside);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div class="menu" ref={root} onKeyDown={(event) => onKey(event, root.current, close)}>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        aria-controls={id}
        onClick={() => {
          isOpen.value = !isOpen.value;
          if (isOpen.value) queueMicrotask(() => itemsOf(root.current)[0]?.focus());
        }}
      >
        <Icon name={icon} />
      </button>
      {isOpen.value && (
        <div class="menu-list" role="menu" id={id} aria-label={label}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              class="menu-item"
              disabled={item.disabled ?? false}
              onClick={() => {
                close();
                // First, so that a dialog it opens gives the focus back to this menu.
                root.current?.querySelector('button')?.focus();
                item.run();
              }}
            >
              <span>{item.label}</span>
              {item.shortcut && <Kbd keys={item.shortcut} />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function itemsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? [])];
}

function onKey(event: KeyboardEvent, root: HTMLElement | null, close: () => void): void {
  const items = itemsOf(root);
  if (items.length === 0) return;
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    event.preventDefault();
    items[(at + step + items.length) % items.length]?.focus();
  }
  if (event.key === 'Escape') {
    event.stopPropagation();
    close();
    root?.querySelector('button')?.focus();
  }
}
