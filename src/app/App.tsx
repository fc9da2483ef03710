import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoomAction } from '../rooms/room.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { CONTENT_ID } from './content-id.ts';
import type { Shell } from './context.ts';
import { Navigation } from './Navigation.tsx';
import { RoomHost } from './RoomHost.tsx';
import { RoomSheet } from './RoomSheet.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { Status } from './Status.tsx';
import { listenForShortcuts } from './shortcuts.ts';
import { strings } from './strings.ts';
import { ToastStack } from './ToastStack.tsx';
import './app.css';

export function App({ shell }: { readonly shell: Shell }) {
  const isPaletteOpen = useSignal(false);
  const isSheetOpen = useSignal(false);
  const areRoomsOpen = useSignal(false);
  const own: readonly RoomAction[] = [
    {
      id: 'app.palette',
      label: strings.palette.open,
      shortcut: '$mod+k',
      run: () => {
        isPaletteOpen.value = true;
      },
    },
    {
      id: 'app.shortcuts',
      label: strings.shortcuts.open,
      shortcut: 'Shift+?',
      run: () => {
        isSheetOpen.value = true;
      },
    },
  ];
  const offered = shell.actions.value;
  useEffect(() => listenForShortcuts([...own, ...offered]), [offered]);
  return (
    <>
      <button type="button" class="app-skip" onClick={skipToContent}>
        {strings.skip}
      </button>
      <div class="app">
        <Navigation
          shell={shell}
          onSearch={() => {
            isPaletteOpen.value = true;
          }}
          onKeys={() => {
            isSheetOpen.value = true;
          }}
          onMore={() => {
            areRoomsOpen.value = true;
          }}
        />
        <main class="app-main" id={CONTENT_ID} tabIndex={-1}>
          <Status shell={shell} />
          <RoomHost shell={shell} />
        </main>
      </div>
      <CommandPalette shell={shell} open={isPaletteOpen} />
      <RoomSheet shell={shell} open={areRoomsOpen} />
      <ShortcutSheet open={isSheetOpen} here={offered} everywhere={own} />
      <ToastStack toasts={shell.toasts} />
    </>
  );
}

/** A button, since the fragment of a link would be taken for a route. */
function skipToContent(): void {
  document.getElementById(CONTENT_ID)?.focus();
}
