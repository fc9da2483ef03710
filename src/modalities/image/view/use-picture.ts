import { useEffect, useRef, useState } from 'preact/hooks';
import { contentKey } from '../../../domain/content.ts';
import type { ImageContent } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';
import { needsThumbnail } from '../thumbnail.ts';
import { composePicture } from './compose.ts';

export type Picture =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly key: string }
  | { readonly phase: 'ready'; readonly key: string; readonly url: string };

/**
 * The address of a picture, edited places filled. The one before stays until the next is there: `key`,
 * the `contentKey`, says which it is.
 */
export function usePicture(content: ImageContent, media: Media, isSmall = false): Picture {
  const [picture, setPicture] = useState<Picture>({ phase: 'loading' });
  /** The address that was made for the picture on show; it holds until another is shown. */
  const made = useRef<string | null>(null);
  const key = contentKey(content);
  useEffect(() => {
    let isLeft = false;
    findPicture(content, media, isSmall).then(
      ({ url, isMade }) => {
        if (isLeft) {
          if (isMade) URL.revokeObjectURL(url);
          return;
        }
        setPicture({ phase: 'ready', key, url });
        if (made.current) URL.revokeObjectURL(made.current);
        made.current = isMade ? url : null;
      },
      () => {
        if (!isLeft) setPicture({ phase: 'failed', key });
      },
    );
    return () => {
      isLeft = true;
    };
  }, [key, media, isSmall]);
  useEffect(
    () => () => {
      if (made.current) URL.revokeObjectURL(made.current);
    },
    [],
  );
  return picture;
}

interface Found {
  readonly url: string;
  /** True: made for this view alone, which lets go of it. */
  readonly isMade: boolean;
}

async function findPicture(content: ImageContent, media: Media, isSmall: boolean): Promise<Found> {
  if ((content.patches ?? []).length > 0)
    return { url: URL.createObjectURL(await composePicture(content, media)), isMade: true };
  const find = isSmall && needsThumbnail(content) ? media.thumbnail : media.url;
  return { url: await find(content.blob), isMade: false };
}
