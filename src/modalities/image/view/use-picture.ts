import { useEffect, useState } from 'preact/hooks';
import { contentKey } from '../../../domain/content.ts';
import type { ImageContent } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';
import { composePicture } from './compose.ts';
import { LARGE_SIDE, thumbnailOf } from './thumbnail.ts';

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
  const key = contentKey(content);
  useEffect(() => {
    let isLeft = false;
    let own: string | null = null;
    const isEdited = (content.patches ?? []).length > 0;
    const find = async (): Promise<string> => {
      const isLarge = Math.max(content.width, content.height) > LARGE_SIDE;
      if (!isEdited)
        return isSmall && isLarge ? thumbnailOf(content, media) : media.url(content.blob);
      const url = URL.createObjectURL(await composePicture(content, media));
      own = url;
      if (isLeft) URL.revokeObjectURL(url);
      return url;
    };
    find().then(
      (url) => {
        if (!isLeft) setPicture({ phase: 'ready', key, url });
      },
      () => {
        if (!isLeft) setPicture({ phase: 'failed', key });
      },
    );
    return () => {
      isLeft = true;
      if (own) URL.revokeObjectURL(own);
    };
  }, [key, media, isSmall]);
  return picture;
}
