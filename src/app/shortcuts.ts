/** Keys of the acts on offer. Silent while somebody types, and while a dialog is open. */
import { createKeybindingsHandler } from 'tinykeys';
import type { RoomAction } from '../rooms/room.ts';

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('dialog[open]')) return true;
  const isTextual =
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return isTextual || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** A focused control keeps Enter and Space for itself; with Ctrl or Cmd only a link does, which opens a tab then. */
function belongsToControl(event: KeyboardEvent): boolean {
  const isPress = event.key === 'Enter' || event.key === ' ';
  const keepers = event.ctrlKey || event.metaKey ? 'a' : 'button, a, summary, [role=tab]';
  return isPress && event.target instanceof HTMLElement && event.target.closest(keepers) !== null;
}

export function listenForShortcuts(actions: readonly RoomAction[]): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const action of actions) {
    if (action.shortcut === '') continue;
    bindings[action.shortcut] = (event) => {
      if (event.repeat || action.unavailable?.()) return;
      event.preventDefault();
      void action.run();
    };
  }
  const handle = createKeybindingsHandler(bindings);
  const onKey = (event: KeyboardEvent): void => {
    const isGlobal = event.ctrlKey || event.metaKey;
    if (isTyping(event.target) && !(isGlobal && event.key === 'k')) return;
    if (belongsToControl(event)) return;
    handle(event);
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
