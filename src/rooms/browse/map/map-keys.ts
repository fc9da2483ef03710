/** The map by keyboard: arrows move it, plus and minus zoom, what is nearest to the middle is shown. Pure. */
import { type Camera, panned, type Size, wholeMap, zoomedAt } from './camera.ts';

const STEP = 60;
const ZOOM = 1.4;

/** The view after a key, or null when the key is none of the map's. */
export function cameraAfter(key: string, camera: Camera, size: Size): Camera | null {
  const middle = { x: size.width / 2, y: size.height / 2 };
  switch (key) {
    case 'ArrowLeft':
      return panned(camera, STEP, 0);
    case 'ArrowRight':
      return panned(camera, -STEP, 0);
    case 'ArrowUp':
      return panned(camera, 0, STEP);
    case 'ArrowDown':
      return panned(camera, 0, -STEP);
    case '+':
    case '=':
      return zoomedAt(camera, size, ZOOM, middle);
    case '-':
      return zoomedAt(camera, size, 1 / ZOOM, middle);
    case '0':
      return wholeMap(size);
    default:
      return null;
  }
}
