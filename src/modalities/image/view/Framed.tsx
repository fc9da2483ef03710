import type { ComponentChildren } from 'preact';
import type { ImageContent } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';
import { strings } from './strings.ts';
import { usePicture } from './use-picture.ts';

export interface FramedProps {
  readonly content: ImageContent;
  readonly media: Media;
  readonly alt: string;
  /** Laid exactly over the picture. */
  readonly children?: ComponentChildren;
}

const PIXELS_SHOW_BELOW = 48;

/** A picture with something laid over it, as wide as there is room. */
export function Framed({ content, media, alt, children }: FramedProps) {
  const picture = usePicture(content, media);
  const { width, height } = content;
  return (
    <div class="picture-framed" style={{ aspectRatio: `${width} / ${height}` }}>
      {picture.phase === 'ready' && (
        <img
          class="picture-framed-image"
          src={picture.url}
          alt={alt}
          draggable={false}
          data-pixels={Math.max(width, height) < PIXELS_SHOW_BELOW}
        />
      )}
      {picture.phase === 'failed' && <span class="viewer-note">{strings.missing}</span>}
      {children}
    </div>
  );
}
