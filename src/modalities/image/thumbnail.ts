/** Small copies of large pictures, for lists and grids: how large, and which pictures have one. */
import type { ImageContent } from '../../domain/records.ts';

/** Longest side of a small copy, in pixels: a tile of 128 on a screen with two pixels to the point. */
export const THUMBNAIL_SIDE = 256;
/** Pictures up to this side are their own small copy: another would save little. */
const LARGE_SIDE = 384;

export function needsThumbnail({ width, height }: Pick<ImageContent, 'width' | 'height'>): boolean {
  return Math.max(width, height) > LARGE_SIDE;
}
