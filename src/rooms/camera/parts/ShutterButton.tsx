import type { CameraDesk } from '../desk.ts';
import { strings } from '../strings.ts';

/** Pressed, one picture; held, a burst. */
export function ShutterButton({ desk }: { readonly desk: CameraDesk }) {
  return (
    <button
      type="button"
      class="camera-shutter"
      aria-label={strings.shoot}
      title={strings.shoot}
      data-saving={desk.isSaving.value}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        desk.press();
      }}
      onPointerUp={desk.release}
      onPointerCancel={desk.release}
      // The keyboard and screen readers press without a pointer.
      onClick={(event) => {
        if (event.detail === 0) void desk.shoot(null);
      }}
      onContextMenu={(event) => event.preventDefault()}
    />
  );
}
