import type { Encoder } from './contract.ts';
import { imageEncoder } from './image/encode.ts';
import { soundEncoder } from './sound/encode.ts';
import { tableEncoder } from './table/encode.ts';
import { textEncoder } from './text/encode.ts';

/** Encoders by modality; loaded in workers only. */
export const encoders = {
  text: textEncoder,
  table: tableEncoder,
  image: imageEncoder,
  sound: soundEncoder,
} as const satisfies Record<string, unknown>;

/** The encoder of a modality, its state opaque to whoever stores it. */
export function encoderOf(modality: string): Encoder<unknown, unknown> {
  const found = (encoders as unknown as Readonly<Record<string, Encoder<unknown, unknown>>>)[
    modality
  ];
  if (found) return found;
  throw new Error(`unknown modality ${modality}; known: ${Object.keys(encoders).join(', ')}`);
}
