/** What of an archive is taken: hidden files are passed over, traps and names outside refused. */

const MEGABYTE = 1_048_576;
/** A single file beyond this is no item; all of them together beyond that are no import. */
const MAX_FILE_BYTES = 256 * MEGABYTE;
const MAX_TOTAL_BYTES = 4_096 * MEGABYTE;
/** Pictures and sounds hardly shrink; what unpacks to so many times its size is a trap. */
const MAX_RATIO = 200;
const MAX_FILES = 200_000;

export interface EntryLimits {
  /** 'skip' for what is passed over in silence; an object says why a file is refused. */
  admit(name: string): 'take' | 'skip' | { readonly reason: string };
  /** What is wrong with a file of that size on top of those taken so far, if anything. */
  trapOf(size: number): string | null;
  /** Counts unpacked bytes. */
  count(bytes: number): void;
}

/** `packed`: bytes of the whole archive as it lies there. */
export function createLimits(packed: number): EntryLimits {
  let files = 0;
  let total = 0;
  return {
    admit(name) {
      if (name.endsWith('/') || isHidden(name)) return 'skip';
      if (isOutside(name)) return { reason: 'its name points outside the archive' };
      files += 1;
      if (files <= MAX_FILES) return 'take';
      if (files > MAX_FILES + 1) return 'skip';
      return { reason: `the archive holds more than ${MAX_FILES} files; import it in parts` };
    },
    trapOf(size) {
      if (size > MAX_FILE_BYTES) return `it unpacks to more than ${MAX_FILE_BYTES / MEGABYTE} MB`;
      if (total + size > MAX_TOTAL_BYTES)
        return `the archive unpacks to more than ${MAX_TOTAL_BYTES / MEGABYTE} MB; import it in parts`;
      if (size > MEGABYTE && total + size > MAX_RATIO * packed)
        return `the archive unpacks to more than ${MAX_RATIO} times its size, as traps do`;
      return null;
    },
    count(bytes) {
      total += bytes;
    },
  };
}

/** What systems put beside files, and files that begin with a dot. */
export function isHidden(name: string): boolean {
  return (
    name.split('/').some((part) => part.startsWith('.') && part !== '..') ||
    name.startsWith('__MACOSX/')
  );
}

function isOutside(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..');
}
