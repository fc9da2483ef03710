/** Choices of this device. The theme also goes to localStorage, where the first paint can read it. */
import { effect, signal } from '@preact/signals';
import type { Preferences } from '../engine/services.ts';
import type { DeviceStore } from '../storage/api.ts';

type Theme = Preferences['theme']['value'];
type Backend = Preferences['backend']['value'];

/** Also read by `public/theme.js`. */
const THEME_KEY = 'hone-theme';

export async function loadPreferences(device: DeviceStore): Promise<Preferences> {
  const theme = signal<Theme>((await device.get<Theme>('theme')) ?? 'system');
  const backend = signal<Backend>((await device.get<Backend>('backend-choice')) ?? 'auto');
  const restNudge = signal((await device.get<boolean>('rest-nudge')) ?? true);
  effect(() => {
    applyTheme(theme.value);
    void device.set('theme', theme.value);
  });
  effect(() => void device.set('backend-choice', backend.value));
  effect(() => void device.set('rest-nudge', restNudge.value));
  return { theme, backend, restNudge };
}

function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Private windows may refuse; the theme is then applied a moment later.
  }
}
