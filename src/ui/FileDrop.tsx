import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { droppedFiles } from './dropped-files.ts';
import { Icon } from './Icon.tsx';
import './file-drop.css';

export interface FileDropProps {
  readonly onFiles: (files: File[]) => void;
  readonly label: string;
  readonly accept?: string;
  readonly multiple?: boolean;
}

/** A place to drop files on, and a button to choose them. */
export function FileDrop({ onFiles, label, accept, multiple = false }: FileDropProps) {
  const isOver = useSignal(false);
  const id = useId();
  const give = (files: readonly File[]): void => {
    if (files.length > 0) onFiles([...files]);
  };
  return (
    <label
      class={`file-drop ${isOver.value ? 'file-drop-over' : ''}`}
      for={id}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        isOver.value = false;
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(give);
      }}
    >
      <Icon name="upload" size={28} />
      <span>{label}</span>
      <input
        id={id}
        type="file"
        class="visually-hidden"
        {...(accept ? { accept } : {})}
        multiple={multiple}
        onChange={(event) => {
          give([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
