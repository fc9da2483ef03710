/** Reads stored sounds for the views; each file once for as long as the project is open. */
import { useEffect, useState } from 'preact/hooks';
import type { BlobHash, SoundContent } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';
import type { SoundInput } from '../input.ts';
import { loadSound } from '../load.ts';

export type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly input: SoundInput }
  | { readonly status: 'failed' };

export function useSound(content: SoundContent | null, media: Media): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const key = content && JSON.stringify([content.blob, content.patches ?? []]);
  useEffect(() => {
    if (!content) return;
    let isCurrent = true;
    const read = (hash: BlobHash): Promise<Blob> => media.blob(hash);
    loadSound(content, read).then(
      (input) => isCurrent && setLoaded({ status: 'ready', input }),
      () => isCurrent && setLoaded({ status: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, media]);
  return loaded;
}
