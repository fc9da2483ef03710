/** Contract of a reader of files: from one picture or recording to items, or why it is none. */
import type { ItemContent, ProjectSettings } from '../../../src/domain/records.ts';
import type { StoredFile } from '../../../src/storage/api.ts';

export interface MediaFile {
  /** Path in the folder or archive. */
  readonly name: string;
  readonly blob: Blob;
}

export interface MediaItem {
  readonly content: ItemContent;
  /** What counts as the same content. */
  readonly hash: string;
  readonly files: readonly StoredFile[];
  /** What is known of it beside the picture or sound: when it was taken, where it was cut. */
  readonly fields: Readonly<Record<string, string>>;
  /** What was made of it on the way and can be made again, by its key among the project's caches. */
  readonly caches?: Readonly<Record<string, unknown>>;
}

export type MediaOutcome =
  | { readonly items: readonly MediaItem[] }
  /** In words that follow the name of the file: "is cut off", "holds no sound". */
  | { readonly problem: string };

export interface MediaContext {
  readonly settings: ProjectSettings;
  readonly options: MediaOptions;
  /** Decodes what only a page can decode (compressed sound). */
  readonly decodeSound: DecodeSound;
}

/** What a person chooses for an import of files. */
export interface MediaOptions {
  /** Where a picture was taken stays in it. */
  readonly keepLocation?: boolean;
}

export interface DecodedSound {
  readonly rate: number;
  /** Samples in [-1, 1], channel by channel. */
  readonly channels: readonly Float32Array[];
}

/** Refuses what lasts longer than `mostMs` before it is decoded: an hour would be more than a gigabyte. */
export type DecodeSound = (
  blob: Blob,
  mostMs: number,
) => Promise<DecodedSound | { readonly problem: string }>;

export interface MediaReader {
  /** True when a file that begins like this is one of mine; `head` holds its first 64 bytes. */
  readonly recognises: (head: Uint8Array, name: string) => boolean;
  /** Never rejects for what is wrong with the file itself. */
  readonly read: (file: MediaFile, context: MediaContext) => Promise<MediaOutcome>;
}

export const HEAD_BYTES = 64;
