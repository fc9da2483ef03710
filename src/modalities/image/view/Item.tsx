import type { ImageContent } from '../../../domain/records.ts';
import type { ItemViewProps } from '../../view-contract.ts';
import { strings } from './strings.ts';
import { usePicture } from './use-picture.ts';
import { Viewer } from './Viewer.tsx';
import './image.css';

/** A picture: in lists a small one, on the desk one to look at closely. */
export function ImageItem({ content, isSmall, media, onShown }: ItemViewProps) {
  if (content.kind !== 'image') return null;
  return isSmall ? (
    <SmallPicture content={content} media={media} />
  ) : (
    <Viewer content={content} media={media} {...(onShown && { onShown })} />
  );
}

interface SmallProps extends Pick<ItemViewProps, 'media'> {
  readonly content: ImageContent;
}

function SmallPicture({ content, media }: SmallProps) {
  const picture = usePicture(content, media, true);
  const isTiny = Math.max(content.width, content.height) < 64;
  return (
    <span class="picture-small">
      <span class="picture-small-frame" data-tiny={isTiny}>
        {picture.phase === 'ready' && (
          <img src={picture.url} alt="" decoding="async" draggable={false} />
        )}
      </span>
      <span class="picture-small-name">
        {content.name}
        {picture.phase === 'failed' && <span class="visually-hidden"> {strings.missing}</span>}
      </span>
    </span>
  );
}
