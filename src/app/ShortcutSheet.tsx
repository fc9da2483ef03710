import type { Signal } from '@preact/signals';
import type { RoomAction } from '../rooms/room.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { strings } from './strings.ts';

export interface ShortcutSheetProps {
  readonly open: Signal<boolean>;
  readonly here: readonly RoomAction[];
  readonly everywhere: readonly RoomAction[];
}

export function ShortcutSheet({ open, here, everywhere }: ShortcutSheetProps) {
  const close = (): void => {
    open.value = false;
  };
  return (
    <Dialog open={open.value} title={strings.shortcuts.title} onClose={close}>
      {here.length > 0 && <Keys title={strings.shortcuts.here} actions={here} />}
      <Keys title={strings.shortcuts.everywhere} actions={everywhere} />
    </Dialog>
  );
}

function Keys({
  title,
  actions,
}: {
  readonly title: string;
  readonly actions: readonly RoomAction[];
}) {
  const keyed = actions.filter((action) => action.shortcut !== '');
  return (
    <section class="keys">
      <h3>{title}</h3>
      <dl>
        {keyed.map((action) => (
          <div key={action.id} class="keys-row">
            <dt>{action.label}</dt>
            <dd>
              <Kbd keys={action.shortcut} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
