/** A folder of this device that is looked at now and then: what is new in it is handed over. */

const EVERY_MS = 5_000;
/** A file that changed so lately may still be being written. */
const SETTLED_MS = 2_000;

/** As much of the File System Access API as is needed; absent in some browsers. */
interface FolderHandle {
  readonly name: string;
  values(): AsyncIterable<{ readonly kind: string; getFile?: () => Promise<File> }>;
}

type Picker = () => Promise<FolderHandle>;

export function folderPicker(): Picker | null {
  const pick = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;
  return pick ? () => pick.call(globalThis) : null;
}

export interface Watch {
  stop(): void;
}

export interface WatchOptions {
  /** Awaited before the folder is looked at again. */
  readonly onFiles: (files: readonly File[]) => Promise<void>;
  /** The folder is gone or may no longer be read. */
  readonly onLost: (message: string) => void;
}

export function watchFolder(folder: FolderHandle, { onFiles, onLost }: WatchOptions): Watch {
  const seen = new Set<string>();
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const fresh: File[] = [];
    for await (const entry of folder.values()) {
      const file = entry.kind === 'file' ? await entry.getFile?.() : undefined;
      if (!file || Date.now() - file.lastModified < SETTLED_MS) continue;
      const key = `${file.name} ${file.size} ${file.lastModified}`;
      if (!seen.has(key)) fresh.push(file);
      seen.add(key);
    }
    if (fresh.length > 0 && !isStopped) await onFiles(fresh);
  };
  const again = (): void => {
    look().then(
      () => {
        if (!isStopped) timer = setTimeout(again, EVERY_MS);
      },
      (error: unknown) => {
        isStopped = true;
        onLost(error instanceof Error ? error.message : String(error));
      },
    );
  };
  again();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
