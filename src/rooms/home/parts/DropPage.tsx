import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { droppedFiles } from '../dropped-files.ts';
import { strings } from '../strings.ts';

interface DropPageProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** A file dropped anywhere starts a project: listens on the window, shows a veil while dragging. */
export function DropPage({ onFiles, children }: DropPageProps) {
  const isOver = useSignal(false);
  useEffect(
    () =>
      listen((over) => {
        isOver.value = over;
      }, onFiles),
    [onFiles],
  );
  return (
    <div class="home-page">
      {children}
      {isOver.value && (
        <div class="home-veil" aria-hidden="true">
          <p>{strings.dropHere}</p>
        </div>
      )}
    </div>
  );
}

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

function listen(setOver: (over: boolean) => void, onFiles: DropPageProps['onFiles']): () => void {
  const over = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent): void => {
    // Leaving the window, not moving from one element to the next.
    if (event.relatedTarget === null) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    // A drop zone inside the page has taken it already.
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer === null) return;
    void droppedFiles(event.dataTransfer).then((files) => files.length > 0 && onFiles(files));
  };
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', leave);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  };
}
