import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ProjectRow } from '../storage/api.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import type { Shell } from './context.ts';
import { collectEntries, filterEntries, type PaletteEntry } from './palette-entries.ts';
import { strings } from './strings.ts';

export interface CommandPaletteProps {
  readonly shell: Shell;
  readonly open: Signal<boolean>;
}

export function CommandPalette({ shell, open }: CommandPaletteProps) {
  const close = (): void => {
    open.value = false;
  };
  return (
    <Dialog open={open.value} title={strings.palette.title} onClose={close}>
      <Search shell={shell} onDone={close} />
    </Dialog>
  );
}

function Search({ shell, onDone }: { readonly shell: Shell; readonly onDone: () => void }) {
  const query = useSignal('');
  const chosen = useSignal(0);
  const projects = useSignal<readonly ProjectRow[]>([]);
  const id = useId();
  useEffect(() => {
    void shell.services.storage.projects.list().then((rows) => {
      projects.value = rows;
    });
  }, []);
  const entries = filterEntries(collectEntries(shell, projects.value), query.value);
  const run = (entry: PaletteEntry | undefined): void => {
    if (!entry || entry.reason) return;
    onDone();
    entry.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      chosen.value = (chosen.value + step + entries.length) % entries.length;
    }
    if (event.key === 'Enter') run(entries[chosen.value]);
  };
  return (
    <>
      <input
        class="input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-label={strings.palette.placeholder}
        {...(entries.length > 0 ? { 'aria-activedescendant': `${id}-${chosen.value}` } : {})}
        placeholder={strings.palette.placeholder}
        autofocus
        value={query.value}
        onKeyDown={onKey}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          chosen.value = 0;
        }}
      />
      <div class="palette" role="listbox" id={id} aria-label={strings.palette.title}>
        {entries.map((entry, index) => (
          <Entry
            key={entry.id}
            id={`${id}-${index}`}
            entry={entry}
            isChosen={index === chosen.value}
            run={run}
          />
        ))}
      </div>
      {entries.length === 0 && <p role="status">{strings.palette.none}</p>}
    </>
  );
}

interface EntryProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isChosen: boolean;
  readonly run: (entry: PaletteEntry) => void;
}

function Entry({ id, entry, isChosen, run }: EntryProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are not focused
    <div
      ref={element}
      id={id}
      class="palette-entry"
      role="option"
      aria-selected={isChosen}
      aria-disabled={entry.reason !== null}
      onClick={() => run(entry)}
    >
      <span>
        {entry.group} {entry.label}
        {entry.reason && <small> ({entry.reason})</small>}
      </span>
      {entry.shortcut && <Kbd keys={entry.shortcut} />}
    </div>
  );
}
