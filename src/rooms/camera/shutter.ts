/**
 * From what the camera sees to an item on the disk. One picture after the other: the next is taken
 * while nothing of the one before is only in memory.
 */
import type { ClassId, ImageContent, Item } from '../../domain/records.ts';
import { answerCaptured, type CaptureInput, captureItem } from '../shared/capture.ts';
import { messageOf } from '../shared/message-of.ts';
import { shotName } from './shot-name.ts';
import { strings } from './strings.ts';

export interface Shot {
  readonly item: Item;
  readonly classId: ClassId | null;
}

export type ShotOutcome =
  /** `refusal`: the picture is safe, but it could not be labelled. */
  | { readonly ok: true; readonly shot: Shot; readonly refusal: string | null }
  | { readonly ok: false; readonly problem: string };

const QUALITY = 0.92;

/** Durable when it resolves; with a class also labelled. */
export async function takePicture(
  input: CaptureInput,
  video: HTMLVideoElement,
  classId: ClassId | null,
): Promise<ShotOutcome> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return { ok: false, problem: strings.problems.noPicture };
  const begunAt = input.services.clock.now();
  try {
    const blob = await freeze(video, width, height);
    const item = await captureItem(input, blob, (hash, count): ImageContent => {
      const name = shotName(input.services.clock.now(), count);
      return { kind: 'image', blob: hash, name, width, height };
    });
    const durationMs = input.services.clock.now() - begunAt;
    const refusal = classId
      ? await answerCaptured(input.session, { itemId: item.id, classId, durationMs })
      : null;
    return { ok: true, shot: { item, classId: refusal === null ? classId : null }, refusal };
  } catch (error) {
    return { ok: false, problem: strings.notSaved(messageOf(error)) };
  }
}

async function freeze(video: HTMLVideoElement, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser lends no canvas.');
  context.drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
