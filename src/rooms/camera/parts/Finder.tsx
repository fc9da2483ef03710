import { useEffect, useRef } from 'preact/hooks';
import type { CameraDesk } from '../desk.ts';
import { strings } from '../strings.ts';

export interface FinderProps {
  readonly desk: CameraDesk;
}

/** What the camera sees. It flashes when a picture is on the disk. */
export function Finder({ desk }: FinderProps) {
  const video = useRef<HTMLVideoElement>(null);
  const state = desk.camera.state.value;
  const stream = state.phase === 'live' ? state.stream : null;
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    desk.video.current = element;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
      desk.video.current = null;
    };
  }, [stream, desk]);
  return (
    <div class="camera-finder" data-phase={state.phase}>
      <video ref={video} autoplay playsInline muted aria-label={strings.view} />
      {state.phase === 'starting' && <span class="camera-note">{strings.starting}</span>}
      {desk.taken.value > 0 && <span key={desk.taken.value} class="camera-flash" />}
    </div>
  );
}
