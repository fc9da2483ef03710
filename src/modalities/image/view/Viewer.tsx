import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { contentKey } from '../../../domain/content.ts';
import type { ImageContent } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';
import { strings } from './strings.ts';
import { AS_TAKEN, type Light, Tools } from './Tools.tsx';
import { usePicture } from './use-picture.ts';
import { useZoom } from './use-zoom.ts';
import { STEP, showsPixels } from './zoom.ts';

export interface ViewerProps {
  readonly content: ImageContent;
  readonly media: Media;
}

/** A picture to look at closely: zoomed and moved with whatever is at hand. */
export function Viewer({ content, media }: ViewerProps) {
  const picture = usePicture(content, media);
  const light = useSignal<Light>(AS_TAKEN);
  const zooming = useZoom(contentKey(content));
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
