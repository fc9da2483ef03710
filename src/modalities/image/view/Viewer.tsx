import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { contentKey } from '../../../domain/content.ts';
import type { ImageContent } from '../../../domain/records.ts';
import { useShown } from '../../use-shown.ts';
import type { Media } from '../../view-contract.ts';
import { strings } from './strings.ts';
import { AS_TAKEN, type Light, Tools } from './Tools.tsx';
import { type Picture, usePicture } from './use-picture.ts';
import { useZoom } from './use-zoom.ts';
import { STEP, showsPixels } from './zoom.ts';

export interface ViewerProps {
  readonly content: ImageContent;
  readonly media: Media;
  readonly onShown?: () => void;
}

/** A picture to look at closely: zoomed and moved with whatever is at hand. */
export function Viewer({ content, media, onShown }: ViewerProps) {
  const key = contentKey(content);
  const picture = currentOf(usePicture(content, media), key);
  const [drawn, setDrawn] = useState('');
  useShown(
    picture.phase === 'failed' || (picture.phase === 'ready' && drawn === picture.url),
    onShown,
  );
  const light = useSignal<Light>(AS_TAKEN);
  const zooming = useZoom(key);
  const { stage, standing, size, zoom, whole } = zooming;
  const { scale, x, y } = standing.value;
  useZoomKeys(zoom);
  const { contrast, brightness, isInverted } = light.value;
  const filter = `brightness(${brightness}%) contrast(${contrast}%) invert(${isInverted ? 1 : 0})`;
  return (
    <figure class="viewer">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no stage for a picture */}
      <div
        ref={stage}
        class="viewer-stage"
        role="group"
        aria-label={strings.viewer(content.name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that is zoomed is moved with the arrow keys
        tabIndex={0}
        data-zoomed={scale > 1}
        onKeyDown={zooming.onKeyDown}
        onDblClick={zooming.onDblClick}
        onPointerDown={zooming.onPointerDown}
        onPointerMove={zooming.onPointerMove}
        onPointerUp={zooming.onPointerUp}
        onPointerCancel={zooming.onPointerUp}
      >
        {picture.phase === 'ready' && (
          <img
            class="viewer-picture"
            src={picture.url}
            alt={content.name}
            draggable={false}
            onLoad={() => setDrawn(picture.url)}
            onError={() => setDrawn(picture.url)}
            data-pixels={showsPixels(scale, content, size.value)}
            style={{ filter, transform: `translate(${x}px, ${y}px) scale(${scale})` }}
          />
        )}
        {picture.phase === 'loading' && <span class="viewer-note">{strings.loading}</span>}
        {picture.phase === 'failed' && <span class="viewer-note">{strings.missing}</span>}
      </div>
      <Tools scale={scale} zoom={zoom} whole={whole} light={light} />
    </figure>
  );
}

/** The picture of the question before is no picture of this one. */
function currentOf(picture: Picture, key: string): Picture {
  return picture.phase === 'loading' || picture.key === key ? picture : { phase: 'loading' };
}

/** Plus and minus zoom wherever the focus is, except where a person writes. */
function useZoomKeys(zoom: (factor: number) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, dialog')
      )
        return;
      if (event.key === '+' || event.key === '=') zoom(STEP);
      else if (event.key === '-') zoom(1 / STEP);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [zoom]);
}
