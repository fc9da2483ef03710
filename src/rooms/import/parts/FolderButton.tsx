import { useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { strings } from '../strings.ts';

/** A folder is taken file by file, in the order of their paths; hidden files are left out. */
export function FolderButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])].filter((file) => !file.name.startsWith('.'));
    files.sort((a, b) => (a.webkitRelativePath < b.webkitRelativePath ? -1 : 1));
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        // Not in the typings of Preact; every current browser knows it.
        {...{ webkitdirectory: true }}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{strings.source.folder}</Button>
    </>
  );
}
