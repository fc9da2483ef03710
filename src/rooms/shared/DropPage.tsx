import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { droppedFiles } from '../../ui/dropped-files.ts';
import './drop-page.css';

interface DropPageProps {
  /** Said while files are held over the page. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** Files and folders dropped anywhere on the window are taken; a veil says so while they hover. */
export function DropPage({ label, isDisabled = false, onFiles, children }: DropPageProps) {
  const isOver = useSignal(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    if (isDisabled) return;
    return listen(
      (over) => {
        isOver.value = over;
      },
      (files) => take.current(files),
    );
  }, [isDisabled, isOver]);
  return (
    <>
      {children}
      {isOver.value && (
        <div class="drop-veil" aria-hidden="true">
          <p>{label}</p>
        </div>
      )}
    </>
  );
}

/** A dialog has its own place to drop on. */
const isOurs = (event: DragEvent): boolean =>
  (event.dataTransfer?.types.includes('Files') ?? false) &&
  !(event.target instanceof Element && event.target.closest('dialog') !== null);

function listen(
  setOver: (over: boolean) => void,
  onFiles: (files: readonly File[]) => void,
): () => void {
  const over = (event: DragEvent): void => {
    const isTaken = isOurs(event);
    if (isTaken) event.preventDefault();
    setOver(isTaken);
  };
  const leave = (event: DragEvent): void => {
    // Leaving the window, not moving from one element to the next.
    if (event.relatedTarget === null) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (!isOurs(event) || event.dataTransfer === null) return;
    event.preventDefault();
    event.stopPropagation();
    void droppedFiles(event.dataTransfer).then((files) => files.length > 0 && onFiles(files));
  };
  // Capturing, so that a drop on a smaller target inside the page opens folders as well.
  window.addEventListener('dragover', over, true);
  window.addEventListener('dragleave', leave, true);
  window.addEventListener('drop', drop, true);
  return () => {
    window.removeEventListener('dragover', over, true);
    window.removeEventListener('dragleave', leave, true);
    window.removeEventListener('drop', drop, true);
  };
}
