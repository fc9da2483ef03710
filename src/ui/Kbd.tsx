import { strings } from './strings.ts';
import './kbd.css';

const NAMES: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  Shift: '⇧',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  ' ': strings.space,
};

/** A shortcut in tinykeys syntax, as caps: `$mod+Shift+z`. */
export function Kbd({ keys }: { readonly keys: string }) {
  const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);
  const caps = keys.split('+').map((key) => {
    if (key === '$mod' && isMac) return '⌘';
    return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
  return <kbd class="kbd">{caps.join(' ')}</kbd>;
}
